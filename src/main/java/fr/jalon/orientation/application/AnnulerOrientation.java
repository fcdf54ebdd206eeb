package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Undoes an orientation recorded by mistake: the person waits again, with the deadline she had; or, when it came from a réorientation, has the
 * follow-up she had.
 */
@Service
public class AnnulerOrientation {
  private final ChangerLeSuivi changement;
  private final RegistreDesSuivis suivis;
  private final RegistreDesReorientations reorientations;
  private final AnnulerDecision decision;
  private final Echeances echeances;
  private final JdbcClient base;
  private final Clock horloge;

  AnnulerOrientation(ChangerLeSuivi changement, RegistreDesSuivis suivis, RegistreDesReorientations reorientations, AnnulerDecision decision,
      Echeances echeances, JdbcClient base, Clock horloge) {
    this.changement = changement;
    this.suivis = suivis;
    this.reorientations = reorientations;
    this.decision = decision;
    this.echeances = echeances;
    this.base = base;
    this.horloge = horloge;
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
    Suivi avant = changement.executer(suiviId, ChangerLeSuivi.ANNULATION, raison, s -> s.annuler(raison));
    rendreLAttente(List.of(avant), raison);
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
    List<Suivi> avant = suivis.verrouiller(suiviIds).stream().filter(s -> s.etat() != EtatSuivi.CLOS && s.entreeId() != null && !autrement.contains(s.id())).toList();
    if (avant.isEmpty()) {
      throw new RefusMetier("RIEN_A_ANNULER", "Il n'y a plus rien à annuler dans cette liste : ces orientations ont déjà été annulées ou changées.");
    }
    changement.executer(avant, ChangerLeSuivi.ANNULATION, raison, s -> s.annuler(raison));
    rendreLAttente(avant, raison);
    return avant.stream().map(Suivi::personneId).toList();
  }

  private void rendreLAttente(List<Suivi> avant, String raison) {
    List<Suivi> entrees = avant.stream().filter(s -> s.entreeId() != null).toList();
    if (entrees.isEmpty()) {
      return;
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<Long> ids = entrees.stream().map(Suivi::entreeId).toList();
    base.sql("update orientation.entree set etat = 'EN_ATTENTE', etat_depuis = :le where id = any(:ids::bigint[]) and etat = 'ORIENTEE'")
        .param("le", aujourdhui).param("ids", ids.stream().mapToLong(Long::longValue).toArray()).update();
    suivis.consigner("ENTREE", entrees.stream().map(s -> new RegistreDesSuivis.Objet(s.entreeId(), s.personneId())).toList(), EtatEntree.ORIENTEE.name(),
        EtatEntree.EN_ATTENTE.name(), aujourdhui, "Orientation saisie par erreur : " + raison);
    echeances.rouvrir(Nature.ORIENTATION, ids, aujourdhui);
    echeances.rouvrir(FinDuDelai.REFERENT.name(), ids, aujourdhui);
  }
}
