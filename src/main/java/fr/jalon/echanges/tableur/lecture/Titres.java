package fr.jalon.echanges.tableur.lecture;

import fr.jalon.echanges.tableur.domaine.Correspondance;
import java.util.List;

/** Which of the first rows holds the headers. Software writes a title, a date, a filter above them. */
final class Titres {
  /** Rows that hold something looked at from the top. */
  static final int REGARDEES = 30;
  private static final int ASSEZ = 2;

  private Titres() {}

  /** How many fields the cells of a row name. */
  static int nommes(List<String> cases) {
    return Correspondance.deviner(cases).colonnes().size();
  }

  /** True when a row names enough fields to be the headers. */
  static boolean assez(int nommes) {
    return nommes >= ASSEZ;
  }

  /**
   * Place of the headers: the row that names the most fields; when none names enough, the first that has two cells, else the first.
   *
   * @param rangees the first rows that hold something, at least one
   */
  static int place(List<List<String>> rangees) {
    int meilleure = 0;
    int leMieux = 0;
    for (int i = 0; i < rangees.size(); i++) {
      int nommes = nommes(rangees.get(i));
      if (nommes > leMieux) {
        leMieux = nommes;
        meilleure = i;
      }
    }
    if (assez(leMieux)) {
      return meilleure;
    }
    for (int i = 0; i < rangees.size(); i++) {
      if (rangees.get(i).stream().filter(c -> !c.isBlank()).count() > 1) {
        return i;
      }
    }
    return 0;
  }
}
