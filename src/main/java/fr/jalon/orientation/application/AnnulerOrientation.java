package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.domaine.Reorientation;
import fr.jalon.orientation.domaine.Suivi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
    if (avant.entreeId() == null) {
      return;
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    base.sql("update orientation.entree set etat = 'EN_ATTENTE', etat_depuis = ? where id = ? and etat = 'ORIENTEE'")
        .params(aujourdhui, avant.entreeId()).update();
    suivis.consigner("ENTREE", avant.entreeId(), avant.personneId(), EtatEntree.ORIENTEE.name(), EtatEntree.EN_ATTENTE.name(), aujourdhui,
        "Orientation saisie par erreur : " + raison);
    echeances.rouvrir(Nature.ORIENTATION, List.of(avant.entreeId()), aujourdhui);
    echeances.rouvrir(FinDuDelai.REFERENT.name(), List.of(avant.entreeId()), aujourdhui);
  }
}
