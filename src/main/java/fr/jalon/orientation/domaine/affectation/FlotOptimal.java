package fr.jalon.orientation.domaine.affectation;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.function.BiPredicate;

/**
 * The exact optimum for given weights, as a flow of least cost: one unit from each person, through a référent, to one of her places. The
 * places of a référent cost more and more as she fills, so that the load balances itself; nobody placed costs more than anything else, so
 * that as many persons as possible are placed first.
 */
final class FlotOptimal {
  private static final int TAILLE_DES_ARCS = 1 << 16;
  private final Grille grille;
  private final Ponderation poids;
  private final BiPredicate<Integer, Integer> permis;
  private final MinCostFlow flot = new MinCostFlow();
  private int[] personneDeLArc = new int[TAILLE_DES_ARCS];
  private int[] candidatDeLArc = new int[TAILLE_DES_ARCS];
  private int arcs;

  static {
    Loader.loadNativeLibraries();
  }

  private FlotOptimal(Grille grille, Ponderation poids, BiPredicate<Integer, Integer> permis) {
    this.grille = grille;
    this.poids = poids;
    this.permis = permis;
  }

  static Repartition repartir(Grille grille, Ponderation poids) {
    return repartir(grille, poids, (_, _) -> true);
  }

  /** @param permis which référents a person may be given, by rank, among those who may follow her; and whether she may be left without any */
  static Repartition repartir(Grille grille, Ponderation poids, BiPredicate<Integer, Integer> permis) {
    return grille.personnes().isEmpty() ? new Repartition(grille, new int[0]) : new FlotOptimal(grille, poids, permis).resoudre();
  }

  private Repartition resoudre() {
    int n = grille.personnes().size();
    int m = grille.candidats().size();
    int puits = n + m;
    long sansReferent = ((long) poids.somme() * Terme.PIRE + 1) * (n + 1);
    for (int p = 0; p < n; p++) {
      flot.setNodeSupply(p, 1);
      for (int c = 0; c < m; c++) {
        if (grille.possible(p, c) && grille.candidats().get(c).places() > 0 && permis.test(p, c)) {
          relier(p, c, flot.addArcWithCapacityAndUnitCost(p, n + c, 1, grille.cout(p, c, poids)));
        }
      }
      if (permis.test(p, Repartition.AUCUN)) {
        relier(p, Repartition.AUCUN, flot.addArcWithCapacityAndUnitCost(p, puits, 1, sansReferent));
      }
    }
    for (int c = 0; c < m; c++) {
      relierLesPlaces(c, n, puits);
    }
    flot.setNodeSupply(puits, -n);
    MinCostFlowBase.Status statut = flot.solve();
    if (statut != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException("Le calcul de l'affectation n'a pas abouti (" + statut + ").");
    }
    return lire(n);
  }

  /** Places of the same price are one arc. */
  private void relierLesPlaces(int candidat, int n, int puits) {
    int places = Math.min(grille.candidats().get(candidat).places(), n);
    for (int rang = 1; rang <= places;) {
      int prix = grille.pointsDeCharge(candidat, rang);
      int suivant = rang;
      while (suivant <= places && grille.pointsDeCharge(candidat, suivant) == prix) {
        suivant++;
      }
      flot.addArcWithCapacityAndUnitCost(n + candidat, puits, suivant - rang, (long) poids.charge() * prix);
      rang = suivant;
    }
  }

  private void relier(int personne, int candidat, int arc) {
    if (arc >= personneDeLArc.length) {
      personneDeLArc = java.util.Arrays.copyOf(personneDeLArc, arc * 2);
      candidatDeLArc = java.util.Arrays.copyOf(candidatDeLArc, arc * 2);
    }
    personneDeLArc[arc] = personne;
    candidatDeLArc[arc] = candidat;
    arcs = arc + 1;
  }

  private Repartition lire(int n) {
    int[] choix = new int[n];
    for (int arc = 0; arc < arcs; arc++) {
      if (flot.getFlow(arc) > 0) {
        choix[personneDeLArc[arc]] = candidatDeLArc[arc];
      }
    }
    return new Repartition(grille, choix);
  }
}
