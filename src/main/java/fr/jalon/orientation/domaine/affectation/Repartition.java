package fr.jalon.orientation.domaine.affectation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Who follows whom: for each person of a grid, the rank of her référent, or nobody. Never over the places left. */
public final class Repartition {
  /** No référent. */
  public static final int AUCUN = -1;
  private final Grille grille;
  private final int[] choix;
  private final int[] recues;
  private final Map<Terme, Long> totaux = new EnumMap<>(Terme.class);

  Repartition(Grille grille, int[] choix) {
    this.grille = grille;
    this.choix = choix.clone();
    recues = new int[grille.candidats().size()];
    for (Terme t : Terme.values()) {
      totaux.put(t, 0L);
    }
    for (int p = 0; p < choix.length; p++) {
      compter(p, choix[p]);
    }
  }

  /** A person without a référent counts the worst on every term: leaving somebody out never looks like a saving. */
  private void compter(int personne, int candidat) {
    for (Terme t : Terme.values()) {
      int points = candidat == AUCUN ? Terme.PIRE
          : t == Terme.CHARGE ? grille.pointsDeCharge(candidat, recues[candidat] + 1) : grille.points(t, personne, candidat);
      totaux.merge(t, (long) points, Long::sum);
    }
    if (candidat != AUCUN) {
      recues[candidat]++;
    }
  }

  /** The grid it answers. */
  public Grille grille() {
    return grille;
  }

  /** Rank of the référent of the person of this rank, or {@link #AUCUN}. */
  public int choix(int personne) {
    return choix[personne];
  }

  /** Persons of the list given to this référent. */
  public int recues(int candidat) {
    return recues[candidat];
  }

  /** Persons who have a référent. */
  public int placees() {
    return (int) Arrays.stream(choix).filter(c -> c != AUCUN).count();
  }

  /** Sum of the points of a term over the list. */
  public long total(Terme terme) {
    return totaux.get(terme);
  }

  /** Weighted sum. */
  public long total(Ponderation poids) {
    return totaux.entrySet().stream().mapToLong(e -> e.getValue() * poids.poids(e.getKey())).sum();
  }

  /** True when it places at least as many persons and no term is worse. */
  public boolean neCedeEnRien(Repartition autre) {
    return placees() >= autre.placees() && totaux.entrySet().stream().allMatch(e -> e.getValue() <= autre.total(e.getKey()));
  }

  int[] copie() {
    return choix.clone();
  }
}
