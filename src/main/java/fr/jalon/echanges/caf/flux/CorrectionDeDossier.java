package fr.jalon.echanges.caf.flux;

import java.util.ArrayList;
import java.util.List;

/** Finds, in a dossier kept after a reject, the tag that an agent corrects. */
final class CorrectionDeDossier {
  private CorrectionDeDossier() {}

  /**
   * Puts another text in a tag. A tag that is missing is added to its block. The tag is the one marked when the dossier was kept; without a mark,
   * the only one of this name at the line.
   *
   * @param ancienne value refused: tells apart tags of the same name on the same line; {@code null} when unknown or missing
   * @return false when the tag has no place, or more than one: the value of a person never lands on another
   */
  static boolean corriger(Dossier dossier, int ligne, String balise, String ancienne, String texte) {
    int noeud = place(dossier, ligne, balise, ancienne);
    if (noeud < 0) {
      return false;
    }
    dossier.remplacer(noeud, texte == null || texte.isBlank() ? null : texte.strip());
    return true;
  }

  private static int place(Dossier dossier, int ligne, String balise, String ancienne) {
    int refusee = dossier.refusee();
    if (refusee >= 0) {
      return dossier.nom(refusee).equals(balise) ? refusee : dossier.ajouter(refusee, balise);
    }
    List<Integer> possibles = trouver(dossier, ligne, balise, ancienne);
    if (possibles.isEmpty()) {
      List<Integer> blocs = blocs(dossier, ligne);
      return blocs.size() == 1 ? dossier.ajouter(blocs.getFirst(), balise) : -1;
    }
    return possibles.size() == 1 ? possibles.getFirst() : -1;
  }

  private static List<Integer> trouver(Dossier dossier, int ligne, String balise, String valeur) {
    List<Integer> trouves = new ArrayList<>();
    for (int i = 0; i < dossier.nombre(); i++) {
      if (dossier.ligne(i) == ligne && dossier.nom(i).equals(balise) && dossier.fin(i) == i + 1
          && (valeur == null || valeur.equals(dossier.texte(i)))) {
        trouves.add(i);
      }
    }
    return trouves.isEmpty() && valeur != null ? trouver(dossier, ligne, balise, null) : trouves;
  }

  /** The blocks that start at the line. */
  private static List<Integer> blocs(Dossier dossier, int ligne) {
    List<Integer> blocs = new ArrayList<>();
    for (int i = 0; i < dossier.nombre(); i++) {
      if (dossier.ligne(i) == ligne && !(dossier.fin(i) == i + 1 && dossier.texte(i) != null)) {
        blocs.add(i);
      }
    }
    return blocs;
  }
}
