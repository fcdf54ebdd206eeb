package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.socle.RefusMetier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes an orientation recorded by mistake: the person waits again, with the deadline she had, or is in pause when her right is; or, when it
 * came from a réorientation, has the follow-up she had.
 */
@Service
public class AnnulerOrientation {
  private final ChangerLeSuivi changement;
  private final RegistreDesSuivis suivis;
  private final RegistreDesReorientations reorientations;
  private final AnnulerDecision decision;
  private final RendreLAttente attente;

  AnnulerOrientation(ChangerLeSuivi changement, RegistreDesSuivis suivis, RegistreDesReorientations reorientations, AnnulerDecision decision,
      RendreLAttente attente) {
    this.changement = changement;
    this.suivis = suivis;
    this.reorientations = reorientations;
    this.decision = decision;
    this.attente = attente;
  }

  /**
   * @param raison why it was a mistake, not empty
   * @throws fr.jalon.socle.RefusMetier when the follow-up is closed already
   */
  @Transactional
  public void executer(long suiviId, String raison) {
    Optional<Reorientation> reorientation = reorientations.deSuivi(suiviId);
    if (reorientation.isPresent()) {
      decision.executer(reorientation.get().id(), raison);
      return;
    }
    List<Suivi> avant = List.of(suivis.lire(suiviId));
    attente.executer(avant, raison);
    changement.executer(avant, ChangerLeSuivi.ANNULATION, raison, s -> s.annuler(raison));
  }

  /**
   * Undoes a list just recorded, all in one transaction. Those that a colleague changed since, or that came from a réorientation, are left.
   *
   * @param raison why it was a mistake, not empty
   * @return the persons who wait again
   * @throws RefusMetier when nothing is left to undo
   */
  @Transactional
  public List<Long> executer(Collection<Long> suiviIds, String raison) {
    Set<Long> autrement = suivis.deReorientations(suiviIds);
    List<Suivi> avant = suivis.verrouiller(suiviIds).stream()
        .filter(s -> s.etat() != EtatSuivi.CLOS && s.entreeId() != null && !autrement.contains(s.id())).toList();
    if (avant.isEmpty()) {
      throw new RefusMetier("RIEN_A_ANNULER", "Il n'y a plus rien à annuler dans cette liste : ces orientations ont déjà été annulées ou changées.");
    }
    attente.executer(avant, raison);
    changement.executer(avant, ChangerLeSuivi.ANNULATION, raison, s -> s.annuler(raison));
    return avant.stream().map(Suivi::personneId).toList();
  }
}
