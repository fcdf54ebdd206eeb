package fr.jalon.courriers.application;

import fr.jalon.courriers.LettresDepostees;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A batch was said to be posted by mistake: the same day, and with a reason, its letters are those of a batch to post again, and the rooms that
 * asked for them are told. Those that came back or were handed over meanwhile stay as they are.
 */
@Service
public class RevenirSurLePoste {
  private final JdbcClient base;
  private final RegistreDesMessages registre;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final Clock horloge;

  RevenirSurLePoste(JdbcClient base, RegistreDesMessages registre, ApplicationEventPublisher evenements, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.evenements = evenements;
    this.journal = journal;
    this.horloge = horloge;
  }

  private record Lot(String etat, LocalDate posteLe, OffsetDateTime posteDitLe) {}

  /**
   * @param raison why, not empty
   * @return how many letters
   * @throws RefusMetier when it is not posted, when another day has begun since, or without a reason
   */
  @Transactional
  public int executer(long lot, String raison) {
    if (raison == null || raison.isBlank()) {
      throw new SaisieRefusee("raison", new RefusMetier("RAISON_ABSENTE", "Dites pourquoi ce lot n'est pas posté, en quelques mots."));
    }
    Lot avant = base.sql("select etat, poste_le, poste_dit_le from courriers.lot where id = ? for update").param(lot).query(Lot.class).optional()
        .orElseThrow(() -> new RefusMetier("LOT_INCONNU", "Ce lot n'existe pas, ou il ne fait pas partie de ce que vous pouvez consulter."));
    if (!"POSTE".equals(avant.etat())) {
      throw new RefusMetier("LOT_CHANGE", "Ce lot n'est pas marqué comme posté. Rechargez la page.");
    }
    if (avant.posteDitLe() == null || !avant.posteDitLe().atZoneSameInstant(horloge.getZone()).toLocalDate().equals(LocalDate.now(horloge))) {
      throw new RefusMetier("TROP_TARD",
          "Un lot marqué comme posté ne se reprend que le jour même. Pour une lettre qui n'est pas partie, ouvrez-la et renvoyez-la.");
    }
    base.sql("update courriers.lot set etat = 'PRET', poste_le = null, poste_par = null, poste_dit_le = null where id = ?").param(lot).update();
    Map<String, Object> p = new HashMap<>();
    p.put("lot", lot);
    List<RegistreDesMessages.Passe> reprises = registre.passer("m.lot_id = :lot and m.etat = 'ENVOYE'", p, EtatMessage.EN_COURS, "envoye_le = null",
        "Pas posté, contrairement à ce qui avait été dit : " + raison.strip());
    Map<Long, LocalDate> dates = new HashMap<>();
    // another letter that tells the same thing did leave: what it told stays told
    base.sql("""
        select m.id, m.le from courriers.message m where m.lot_id = ? and m.renvoi_de is null and not exists (select from courriers.message a
          where a.modele = m.modele and a.objet_id = m.objet_id and a.canal = m.canal and a.id <> m.id and a.renvoi_de is null and a.envoye_le is not null)""").param(lot)
        .query((RowCallbackHandler) l -> dates.put(l.getLong("id"), l.getObject("le", LocalDate.class)));
    evenements.publishEvent(new LettresDepostees(avant.posteLe(), reprises.stream().filter(r -> dates.containsKey(r.id()))
        .map(r -> new LettresDepostees.Lettre(r.modele(), r.personneId(), r.objetId(), dates.get(r.id()))).toList()));
    journal.tracer("LOT_PAS_POSTE", null, null,
        "Lot %d : pas posté le %s, dit par erreur (%s) ; %d lettres attendent".formatted(lot, Francais.date(avant.posteLe()),
        raison.strip(), reprises.size()));
    return reprises.size();
  }
}
