package fr.jalon.orientation.domaine.affectation;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The exact optimum for given weights, as a flow of least cost: one unit from each person, through a référent, to one of her places. Persons who face
 * every référent alike leave from one node: which of them goes to whom changes nothing. The
 * places of a référent cost more and more as she fills, so that the load balances itself; nobody placed costs more than anything else, so
 * that as many persons as possible are placed first.
 */
final class FlotOptimal {
  private static final int TAILLE_DES_ARCS = 1 << 16;
  private final Grille grille;
  private final Ponderation poids;
  private final BiPredicate<Integer, Integer> permis;
  private final MinCostFlow flot = new MinCostFlow();
  /** The persons who leave from each node, in their order. */
  private final List<List<Integer>> departs;
  private int[] departDeLArc = new int[TAILLE_DES_ARCS];
  private int[] candidatDeLArc = new int[TAILLE_DES_ARCS];
  private int arcs;

  static {
    Loader.loadNativeLibraries();
  }

  private FlotOptimal(Grille grille, Ponderation poids, BiPredicate<Integer, Integer> permis, List<List<Integer>> departs) {
    this.grille = grille;
    this.poids = poids;
    this.permis = permis;
    this.departs = departs;
  }

  static Repartition repartir(Grille grille, Ponderation poids) {
    List<List<Integer>> classes = Stream.generate(() -> (List<Integer>) new ArrayList<Integer>()).limit(grille.classes()).toList();
    IntStream.range(0, grille.personnes().size()).forEach(p -> classes.get(grille.classe(p)).add(p));
    return repartir(grille, poids, (_, _) -> true, classes);
  }

  /** @param permis which référents a person may be given, by rank, among those who may follow her; and whether she may be left without any */
  static Repartition repartir(Grille grille, Ponderation poids, BiPredicate<Integer, Integer> permis) {
    return repartir(grille, poids, permis, IntStream.range(0, grille.personnes().size()).mapToObj(List::of).toList());
  }

  private static Repartition repartir(Grille grille, Ponderation poids, BiPredicate<Integer, Integer> permis, List<List<Integer>> departs) {
    return grille.personnes().isEmpty() ? new Repartition(grille, new int[0]) : new FlotOptimal(grille, poids, permis, departs).resoudre();
  }

  private Repartition resoudre() {
    int n = departs.size();
    int m = grille.candidats().size();
    int puits = n + m;
    int personnes = grille.personnes().size();
    long sansReferent = ((long) poids.somme() * Terme.PIRE + 1) * (personnes + 1);
    for (int d = 0; d < n; d++) {
      int p = departs.get(d).getFirst();
      int nombre = departs.get(d).size();
      flot.setNodeSupply(d, nombre);
      for (int c = 0; c < m; c++) {
        if (grille.possible(p, c) && grille.candidats().get(c).places() > 0 && permis.test(p, c)) {
          relier(d, c, flot.addArcWithCapacityAndUnitCost(d, n + c, nombre, grille.cout(p, c, poids)));
        }
      }
      if (permis.test(p, Repartition.AUCUN)) {
        relier(d, Repartition.AUCUN, flot.addArcWithCapacityAndUnitCost(d, puits, nombre, sansReferent));
      }
    }
    for (int c = 0; c < m; c++) {
      relierLesPlaces(c, n, puits);
    }
    flot.setNodeSupply(puits, -personnes);
    MinCostFlowBase.Status statut = flot.solve();
    if (statut != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException("Le calcul de l'affectation n'a pas abouti (" + statut + ").");
    }
    return lire(personnes);
  }

  /** Places of the same price are one arc. */
  private void relierLesPlaces(int candidat, int n, int puits) {
    int places = Math.min(grille.candidats().get(candidat).places(), grille.personnes().size());
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

  private void relier(int depart, int candidat, int arc) {
    if (arc >= departDeLArc.length) {
      departDeLArc = Arrays.copyOf(departDeLArc, arc * 2);
      candidatDeLArc = Arrays.copyOf(candidatDeLArc, arc * 2);
    }
    departDeLArc[arc] = depart;
    candidatDeLArc[arc] = candidat;
    arcs = arc + 1;
  }

  private Repartition lire(int n) {
    int[] choix = new int[n];
    int[] servies = new int[departs.size()];
    for (int arc = 0; arc < arcs; arc++) {
      List<Integer> elles = departs.get(departDeLArc[arc]);
      for (long f = flot.getFlow(arc); f > 0; f--) {
        choix[elles.get(servies[departDeLArc[arc]]++)] = candidatDeLArc[arc];
      }
    }
    return new Repartition(grille, choix);
  }
}
