package fr.jalon.orientation.application;

import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.orientation.domaine.Antecedents;
import fr.jalon.orientation.domaine.Antecedents.EntreeConnue;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Position;
import java.time.LocalDate;

/**
 * One movement and what the database says of its person.
 *
 * @param maintenant where she stands as of today: the movement's end, or what later files said when this one is late
 * @param suivi      her open follow-up, else the last one closed, or {@code null}
 * @param entree     her open entry, else the last one, or {@code null}
 * @param histoire   facts of the past, or {@code null} when the movement does not need them
 */
record PersonneExaminee(Mouvement mouvement, Position maintenant, boolean tardif, SuiviLu suivi, EntreeLue entree, Histoire histoire) {

  /** @param closParLeDroit closed because the right ended, not by an agent */
  record SuiviLu(long id, EtatSuivi etat, LocalDate etatDepuis, boolean closParLeDroit) {}

  record EntreeLue(long id, EntreeConnue connue) {}

  /** @param debutSuspension start of the suspension she comes back from, or {@code null} */
  record Histoire(LocalDate debutSuspension, boolean dejaSoumise, boolean foyerNouveau) {
    static final Histoire INUTILE = new Histoire(null, false, false);
  }

  Antecedents antecedents() {
    Histoire h = histoire == null ? Histoire.INUTILE : histoire;
    return new Antecedents(suivi == null ? null : suivi.etat(), entree == null ? null : entree.connue(),
        h.debutSuspension(), h.dejaSoumise(), h.foyerNouveau());
  }
}
