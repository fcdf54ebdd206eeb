package fr.jalon.courriers.application;

import fr.jalon.courriers.LettresPostees;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.domaine.MotifDeRetour;
import fr.jalon.courriers.domaine.NumeroDeLettre;
import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a message after it was written: it comes back, is handed over, is tried again. */
@Service
public class SuivreUnMessage {
  private static final String NUMERO = "numero";
  private final JdbcClient base;
  private final RegistreDesMessages registre;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final Clock horloge;

  SuivreUnMessage(JdbcClient base, RegistreDesMessages registre, ApplicationEventPublisher evenements, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.evenements = evenements;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** A letter that came back. @param personne whose it was */
  public record Revenue(long id, String personne) {}

  /**
   * A letter came back.
   *
   * @param numero as printed on it, check digit included
   * @throws RefusMetier when the number names no letter sent in the agent's perimeter
   */
  @Transactional
  public Revenue revenue(String numero, MotifDeRetour motif) {
    OptionalLong id = NumeroDeLettre.lire(numero);
    new Fautes().exiger(id.isPresent(), NUMERO, "NUMERO",
        "Ce numéro n'est pas celui d'une lettre. Il est imprimé sous la date, avec sa clé : 1234-4.")
        .exiger(motif != null, "motif", "MOTIF_ABSENT", "Dites pourquoi la lettre est revenue : la raison est cochée sur l'enveloppe.").lever();
    List<RegistreDesMessages.Passe> passes = registre.passer("m.id = :id and m.canal = 'LETTRE'",
        Map.of("id", id.getAsLong(), "retour", motif.name()),
        EtatMessage.NON_DISTRIBUE, "retour = :retour", motif.libelle());
    if (passes.isEmpty()) {
      throw new SaisieRefusee(NUMERO, new RefusMetier("LETTRE_INCONNUE",
          "La lettre n° %s n'est pas connue comme envoyée. Vérifiez le numéro ; si elle est dans un lot, dites d'abord quel jour il a été posté.".formatted(numero.strip())));
    }
    journal.tracer("COURRIER_REVENU", passes.getFirst().personneId(), null,
        "Lettre n° " + NumeroDeLettre.de(id.getAsLong()) + " revenue : " + motif.libelle());
    return new Revenue(id.getAsLong(), base.sql("select nom, prenom from allocataires.personne where id = ?").param(passes.getFirst().personneId())
        .query((l, _) -> Francais.personne(l.getString(1), l.getString(2))).single());
  }

  /** The return was noted by mistake. @throws RefusMetier when it is no longer noted */
  @Transactional
  public void pasRevenue(long id) {
    exiger(registre.passer("m.id = :id and m.etat = 'NON_DISTRIBUE'", Map.of("id", id), EtatMessage.ENVOYE, "retour = null",
        "Retour noté par erreur."));
  }

  /**
   * The person has it in her hands; for a letter that had not been posted, this day is the one of sending.
   *
   * @throws RefusMetier when the day is not come, or the message is given up
   */
  @Transactional
  public void remisEnMain(long id, LocalDate le) {
    if (le == null || le.isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("DATE_FUTURE", "Indiquez le jour où vous avez remis ce courrier : aujourd'hui ou un jour passé.");
    }
    boolean jamaisParti = base.sql("select envoye_le is null from courriers.message where id = ?").param(id).query(Boolean.class)
        .optional().orElse(false);
    List<RegistreDesMessages.Passe> passes = exiger(registre.passer("m.id = :id", Map.of("id", id, "le", le), EtatMessage.REMIS,
        "envoye_le = coalesce(x.envoye_le, :le::date)", "Remis en main propre le " + Francais.date(le) + "."));
    RegistreDesMessages.Passe p = passes.getFirst();
    if (jamaisParti && p.renvoiDe() == null && p.canal().equals("LETTRE")) {
      evenements.publishEvent(new LettresPostees(le, List.of(new LettresPostees.Lettre(p.modele(), p.personneId(), p.objetId()))));
    }
    journal.tracer("COURRIER_REMIS", p.personneId(), null, "Courrier remis en main propre le " + Francais.date(le));
  }

  /** A SMS or an e-mail that did not leave waits again. @throws RefusMetier when it left meanwhile */
  @Transactional
  public void reessayer(long id) {
    exiger(registre.passer("m.id = :id and m.etat = 'ECHEC'", Map.of("id", id), EtatMessage.A_ENVOYER, "", "À essayer de nouveau."));
  }

  private static List<RegistreDesMessages.Passe> exiger(List<RegistreDesMessages.Passe> passes) {
    if (passes.isEmpty()) {
      throw new RefusMetier("MESSAGE_CHANGE", "Ce courrier vient de changer d'état. Rechargez la page.");
    }
    return passes;
  }
}
