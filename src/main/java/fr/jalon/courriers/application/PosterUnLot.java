package fr.jalon.courriers.application;

import fr.jalon.courriers.LettresPostees;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.ecran.Francais;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that a batch was posted on a day: that day is the date of sending of its letters, and the rooms that asked for them are told. */
@Service
public class PosterUnLot {
  private final JdbcClient base;
  private final RegistreDesMessages registre;
  private final ApplicationEventPublisher evenements;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  PosterUnLot(JdbcClient base, RegistreDesMessages registre, ApplicationEventPublisher evenements, AgentCourant agentCourant,
      Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.evenements = evenements;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** A batch as it stands. */
  public record Lot(String etat, OffsetDateTime prepareLe) {}

  /**
   * What can be said of a day of posting before it is written; nobody else changes the batch until the transaction ends.
   *
   * @throws RefusMetier when the day is not said, is not come or is before the batch was made ({@code le}), or the batch is not ready
   */
  @Transactional
  public Lot verifier(long lot, LocalDate le) {
    Lot trouve = base.sql("select etat, prepare_le from courriers.lot where id = ? for update").param(lot).query(Lot.class).optional()
        .orElseThrow(() -> new RefusMetier("LOT_INCONNU", "Ce lot n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter."));
    LocalDate prepareLe = trouve.prepareLe().atZoneSameInstant(horloge.getZone()).toLocalDate();
    new Fautes().exiger(le != null && !le.isAfter(LocalDate.now(horloge)), "le", "DATE_FUTURE",
        "Indiquez le jour où le lot a été posté : aujourd'hui ou un jour passé.")
        .exiger(le == null || !le.isBefore(prepareLe), "le", "AVANT_LE_LOT",
        "Ce lot a été préparé le %s : il n'a pas pu être posté avant.".formatted(Francais.date(prepareLe))).lever();
    if (!"PRET".equals(trouve.etat())) {
      throw new RefusMetier("LOT_CHANGE", "POSTE".equals(trouve.etat()) ? "Ce lot est déjà marqué comme posté."
          : "Ce lot n'est pas prêt : son PDF n'est pas fait.");
    }
    return trouve;
  }

  /**
   * @param le the day it was left at the post
   * @return how many letters
   * @throws RefusMetier when the day is not come, is before the batch was made, or the batch is not ready
   */
  @Transactional
  public int executer(long lot, LocalDate le) {
    verifier(lot, le);
    base.sql("update courriers.lot set etat = 'POSTE', poste_le = ?, poste_par = ?, poste_dit_le = ? where id = ?")
        .params(le, agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), lot)
        .update();
    List<RegistreDesMessages.Passe> postees = registre.passer("m.lot_id = :lot and m.etat = 'EN_COURS'", Map.of("lot", lot, "le", le),
        EtatMessage.ENVOYE, "envoye_le = :le",
        "Posté le " + Francais.date(le) + ", lot " + lot + ".");
    evenements.publishEvent(new LettresPostees(le, postees.stream().filter(p -> p.renvoiDe() == null)
        .map(p -> new LettresPostees.Lettre(p.modele(), p.personneId(), p.objetId())).toList()));
    journal.tracer("LOT_POSTE", null, null, "Lot %d posté le %s : %d lettres".formatted(lot, Francais.date(le), postees.size()));
    return postees.size();
  }
}
