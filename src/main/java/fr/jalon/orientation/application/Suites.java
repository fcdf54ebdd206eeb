package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Evolution;
import fr.jalon.orientation.domaine.MotifEntree;
import java.util.ArrayList;
import java.util.List;

/** What the movements of a batch lead to, before it is written. */
class Suites {
  private final List<Nouvelle> nouvelles = new ArrayList<>();
  private final List<Passage> entrees = new ArrayList<>();
  private final List<Passage> suivis = new ArrayList<>();

  /** A new entrant. */
  record Nouvelle(long personneId, long foyerId, MotifEntree motif, EtatEntree etat) {}

  /** An object that goes from one state to another. */
  record Passage(long objetId, long personneId, String de, String vers, String motif) {}

  void nouvelle(PersonneExaminee p, MotifEntree motif, EtatEntree etat) {
    nouvelles.add(new Nouvelle(p.mouvement().personneId(), p.mouvement().foyerId(), motif, etat));
  }

  void entree(PersonneExaminee p, Evolution<EtatEntree> e) {
    entrees.add(new Passage(p.entree().id(), p.mouvement().personneId(), p.entree().connue().etat().name(), e.vers().name(), e.motif()));
  }

  void suivi(PersonneExaminee p, Evolution<EtatSuivi> e) {
    suivis.add(new Passage(p.suivi().id(), p.mouvement().personneId(), p.suivi().etat().name(), e.vers().name(), e.motif()));
  }

  List<Nouvelle> nouvelles() {
    return nouvelles;
  }

  List<Passage> entrees() {
    return entrees;
  }

  List<Passage> suivis() {
    return suivis;
  }
}
