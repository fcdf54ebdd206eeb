package fr.jalon.allocataires.web;

import fr.jalon.allocataires.EvenementDuFil;
import fr.jalon.allocataires.EvenementDuFil.Theme;
import java.util.List;
import java.util.Set;

/**
 * The timeline of a dossier as shown.
 *
 * @param evenements those of the themes shown, latest first, all of them
 * @param themes     themes shown
 * @param bornes     how many are shown at most
 */
public record FilMontre(List<EvenementDuFil> evenements, Set<Theme> themes, int bornes) {
  /** Those shown. */
  public List<EvenementDuFil> montres() {
    return evenements.subList(0, Math.min(bornes, evenements.size()));
  }

  /** How many older ones are not shown. */
  public int plusAnciens() {
    return evenements.size() - montres().size();
  }

  /** How many would be shown if more were asked for. */
  public int suivants() {
    return bornes + 2 * DemandeDeDossier.EVENEMENTS;
  }

  /** True for the last of several events in a row that come from the same file: it is said once. */
  public boolean montrerLaSource(int rang) {
    EvenementDuFil e = evenements.get(rang);
    boolean memeApres = rang + 1 < montres().size() && e.source() != null && e.source().equals(evenements.get(rang + 1).source()) && e.jour()
        .equals(evenements.get(rang + 1).jour());
    return e.source() != null && !memeApres;
  }
}
