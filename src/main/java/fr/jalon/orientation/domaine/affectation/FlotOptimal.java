package fr.jalon.orientation.domaine.affectation;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The exact optimum for given weights, as a flow of least cost: one unit from each person, through a référent, to one of her places. Persons who face
 * every référent alike leave from one node: which of them goes to whom changes nothing. The
 * places of a référent cost more and more as she fills, so that the load balances itself; nobody placed costs more than anything else, so
 * that as many persons as possible are placed first.
 *
 * <p>Of very many référents, each node is first linked to those who cost it least. The prices that the flow gives to places then say whether another
 * référent would have been better for anyone: she is linked too and the flow solved again, until none would.
 */
final class FlotOptimal {
  /** Référents a node is linked to at first, when there are more than twice as many. */
  static final int PROCHES = 64;
  /** Bits that hold the rank of a référent. */
  private static final int RANG = 20;
  private final Grille grille;
  private final Ponderation poids;
  private final BiPredicate<Integer, Integer> permis;
  private final int personnes;
  private final int candidats;
  private final long sansReferent;
  /** The persons who leave from each node, in their order. */
  private final List<List<Integer>> departs;
  /** The référents each node is linked to, by rank; the last rank is to be left without any. */
  private final BitSet[] liens;

  static {
    Loader.loadNativeLibraries();
  }

  private FlotOptimal(Grille grille, Ponderation poids, BiPredicate<Integer, Integer> permis, List<List<Integer>> departs) {
    this.grille = grille;
    this.poids = poids;
    this.permis = permis;
    this.departs = departs;
    personnes = grille.personnes().size();
    candidats = grille.candidats().size();
    sansReferent = ((long) poids.somme() * Terme.PIRE + 1) * (personnes + 1);
    liens = new BitSet[departs.size()];
  }

  static Repartition repartir(Grille grille, Ponderation poids) {
    return repartir(grille, poids, PROCHES);
  }

  /** @param proches référents a node is linked to at first */
  static Repartition repartir(Grille grille, Ponderation poids, int proches) {
    List<List<Integer>> classes = Stream.generate(() -> (List<Integer>) new ArrayList<Integer>()).limit(grille.classes()).toList();
    IntStream.range(0, grille.personnes().size()).forEach(p -> classes.get(grille.classe(p)).add(p));
    return repartir(grille, poids, (_, _) -> true, classes, proches);
  }

  /** @param permis which référents a person may be given, by rank, among those who may follow her; and whether she may be left without any */
  static Repartition repartir(Grille grille, Ponderation poids, BiPredicate<Integer, Integer> permis) {
    // all of them at once: among a few links chosen by their cost, everyone might not find a place
    return repartir(grille, poids, permis, IntStream.range(0, grille.personnes().size()).mapToObj(List::of).toList(), grille.candidats().size());
  }

  private static Repartition repartir(Grille grille, Ponderation poids,
      BiPredicate<Integer, Integer> permis, List<List<Integer>> departs, int proches) {
    return grille.personnes().isEmpty() ? new Repartition(grille, new int[0]) : new FlotOptimal(grille, poids, permis, departs).resoudre(proches);
  }

  private Repartition resoudre(int proches) {
    boolean tous = true;
    for (int d = 0; d < departs.size(); d++) {
      int depart = d;
      int[] possibles = IntStream.range(0, candidats).filter(c -> possible(depart, c)).toArray();
      liens[d] = new BitSet(candidats + 1);
      if (possibles.length > 2 * proches) {
        tous = false;
        // the cost, then the rank, in one number: millions of them are compared
        IntStream.of(possibles).mapToLong(c -> cout(depart, c) + (long) poids.charge() * grille.pointsDeCharge(c, 1) << RANG | c)
            .sorted().limit(proches)
            .forEach(cle -> liens[depart].set((int) (cle & (1 << RANG) - 1)));
      } else {
        IntStream.of(possibles).forEach(liens[d]::set);
      }
      liens[d].set(candidats, permis.test(departs.get(d).getFirst(), Repartition.AUCUN));
    }
    while (true) {
      int[][] flots = couler();
      if (tous || !relierAMieux(flots)) {
        return lire(flots);
      }
    }
  }

  private boolean possible(int depart, int candidat) {
    int p = departs.get(depart).getFirst();
    return grille.possible(p, candidat) && grille.candidats().get(candidat).places() > 0 && permis.test(p, candidat);
  }

  private long cout(int depart, int candidat) {
    return candidat == candidats ? sansReferent : grille.cout(departs.get(depart).getFirst(), candidat, poids);
  }

  private int places(int candidat) {
    return Math.min(grille.candidats().get(candidat).places(), personnes);
  }

  /** @return for each node, how many of it each of its links takes, in their order */
  private int[][] couler() {
    MinCostFlow flot = new MinCostFlow();
    int n = departs.size();
    int puits = n + candidats + 1;
    int[] premierArc = new int[n];
    for (int d = 0; d < n; d++) {
      int nombre = departs.get(d).size();
      flot.setNodeSupply(d, nombre);
      premierArc[d] = -1;
      for (int c = liens[d].nextSetBit(0); c >= 0; c = liens[d].nextSetBit(c + 1)) {
        int arc = flot.addArcWithCapacityAndUnitCost(d, n + c, nombre, cout(d, c));
        premierArc[d] = premierArc[d] < 0 ? arc : premierArc[d];
      }
    }
    for (int c = 0; c < candidats; c++) {
      relierLesPlaces(flot, c, puits);
    }
    flot.addArcWithCapacityAndUnitCost(n + candidats, puits, personnes, 0);
    flot.setNodeSupply(puits, -personnes);
    MinCostFlowBase.Status statut = flot.solve();
    if (statut != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException("Le calcul de l'affectation n'a pas abouti (" + statut + ").");
    }
    int[][] flots = new int[n][];
    for (int d = 0; d < n; d++) {
      flots[d] = new int[liens[d].cardinality()];
      for (int i = 0; i < flots[d].length; i++) {
        flots[d][i] = (int) flot.getFlow(premierArc[d] + i);
      }
    }
    return flots;
  }

  /** Places of the same price are one arc. */
  private void relierLesPlaces(MinCostFlow flot, int candidat, int puits) {
    int places = places(candidat);
    for (int rang = 1; rang <= places;) {
      int prix = grille.pointsDeCharge(candidat, rang);
      int suivant = rang;
      while (suivant <= places && grille.pointsDeCharge(candidat, suivant) == prix) {
        suivant++;
      }
      flot.addArcWithCapacityAndUnitCost(departs.size() + candidat, puits, suivant - rang, (long) poids.charge() * prix);
      rang = suivant;
    }
  }

  /** Links nodes to référents who would cost less at the prices of this flow. @return false when there are none: the flow is the best of all */
  private boolean relierAMieux(int[][] flots) {
    long[] prix = prix(flots);
    boolean mieux = false;
    for (int d = 0; d < flots.length; d++) {
      int servi = liens[d].nextSetBit(0);
      for (int i = 0; flots[d][i] == 0; i++) {
        servi = liens[d].nextSetBit(servi + 1);
      }
      long paye = cout(d, servi) - prix[servi];
      for (int c = liens[d].nextClearBit(0); c < candidats; c = liens[d].nextClearBit(c + 1)) {
        if (possible(d, c) && cout(d, c) - prix[c] < paye) {
          liens[d].set(c);
          mieux = true;
        }
      }
    }
    return mieux;
  }

  private long[] prix(int[][] flots) {
    Prix prix = new Prix(candidats + 1);
    int[] prises = new int[candidats + 1];
    for (int d = 0; d < flots.length; d++) {
      int i = 0;
      for (int c = liens[d].nextSetBit(0); c >= 0; c = liens[d].nextSetBit(c + 1), i++) {
        if (flots[d][i] > 0) {
          prises[c] += flots[d][i];
          for (int autre = liens[d].nextSetBit(0); autre >= 0; autre = liens[d].nextSetBit(autre + 1)) {
            prix.passage(c, autre, cout(d, autre) - cout(d, c));
          }
        }
      }
    }
    for (int c = 0; c <= candidats; c++) {
      if (prises[c] > 0) {
        prix.depart(c, c == candidats ? 0 : (long) poids.charge() * grille.pointsDeCharge(c, prises[c]));
      }
      if (c == candidats || prises[c] < places(c)) {
        prix.arrivee(c, c == candidats ? 0 : (long) poids.charge() * grille.pointsDeCharge(c, prises[c] + 1));
      }
    }
    return prix.calculer();
  }

  private Repartition lire(int[][] flots) {
    int[] choix = new int[personnes];
    for (int d = 0; d < flots.length; d++) {
      int servies = 0;
      int i = 0;
      for (int c = liens[d].nextSetBit(0); c >= 0; c = liens[d].nextSetBit(c + 1), i++) {
        for (int f = flots[d][i]; f > 0; f--) {
          choix[departs.get(d).get(servies++)] = c == candidats ? Repartition.AUCUN : c;
        }
      }
    }
    return new Repartition(grille, choix);
  }
}
