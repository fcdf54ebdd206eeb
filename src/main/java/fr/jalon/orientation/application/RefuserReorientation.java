package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a request without changing the follow-up: refused by who decides, or withdrawn by who asked. */
@Service
public class RefuserReorientation {
  private final RegistreDesReorientations reorientations;
  private final LettresDeReorientation lettres;
  private final Echeances echeances;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  RefuserReorientation(RegistreDesReorientations reorientations, LettresDeReorientation lettres, Echeances echeances,
      AgentCourant agentCourant, Journal journal,
      Clock horloge) {
    this.reorientations = reorientations;
    this.lettres = lettres;
    this.echeances = echeances;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Refuses.
   *
   * @param le       day of the decision, not in the future nor before the request
   * @param raison   why, not empty; the letter says it
   * @param prevenir true to write to the person
   * @throws RefusMetier when it no longer waits
   */
  @Transactional
  public void executer(long reorientationId, LocalDate le, String raison, boolean prevenir) {
    Reorientation demande = finir(reorientationId, le, "REORIENTATION_REFUSEE", raison, r -> r.refuser(le, agentCourant.perimetre().agent(), raison));
    echeances.tenir(Nature.REORIENTATION, List.of(reorientationId), le);
    if (prevenir) {
      lettres.refusee(demande, le, raison.strip());
    }
  }

  /** Withdraws, today. @param raison why, not empty @throws RefusMetier when it no longer waits */
  @Transactional
  public void retirer(long reorientationId, String raison) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    finir(reorientationId, aujourdhui, "REORIENTATION_RETIREE", raison, r -> r.retirer(aujourdhui, agentCourant.perimetre().agent(), raison));
    echeances.rendreCaduque(Nature.REORIENTATION, List.of(reorientationId), aujourdhui);
  }

  private Reorientation finir(long id, LocalDate le, String acte, String raison, UnaryOperator<Reorientation> transition) {
    if (le == null || le.isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("DATE_FUTURE", "Indiquez le jour de la décision, aujourd'hui au plus tard.");
    }
    Reorientation avant = reorientations.lire(id);
    reorientations.ecrire(avant, transition.apply(avant), raison);
    journal.tracer(acte, avant.personneId(), null, raison);
    return avant;
  }
}
