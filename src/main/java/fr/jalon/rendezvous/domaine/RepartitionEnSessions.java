package fr.jalon.rendezvous.domaine;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import fr.jalon.structures.Distances;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives a session to each person of a list: the exact optimum, as a flow of least cost. Where places are short as many persons as possible
 * are placed, and those left out are the ones whose deadline is the furthest; they go to the waiting list of the session that suits them
 * best, in the order of their deadlines.
 */
public final class RepartitionEnSessions {
  static {
    Loader.loadNativeLibraries();
  }

  private final List<PersonneAConvoquer> personnes;
  private final List<SessionOuverte> sessions;
  private final Distances distances;
  private final PoidsDesSessions poids;
  private final LocalDate aujourdhui;

  /** @param sessions those that may be proposed, full ones included */
  public RepartitionEnSessions(List<PersonneAConvoquer> personnes, List<SessionOuverte> sessions, Distances distances, PoidsDesSessions poids,
      LocalDate aujourdhui) {
    this.personnes = List.copyOf(personnes);
    this.sessions = List.copyOf(sessions);
    this.distances = distances;
    this.poids = poids;
    this.aujourdhui = aujourdhui;
  }

  /**
   * What is proposed to a person.
   *
   * @param session   {@code null} when there is no session at all
   * @param enAttente true when it is full: she goes to its waiting list
   */
  public record Proposee(PersonneAConvoquer personne, SessionOuverte session, boolean enAttente, List<SessionOuverte> autres, String pourquoi) {}

  /** In the order of the persons given. @param autres how many sessions to show for each */
  public List<Proposee> repartir(int autres) {
    int[] choix = resoudre();
    List<Proposee> proposees = new ArrayList<>(personnes.size());
    for (int p = 0; p < personnes.size(); p++) {
      List<SessionOuverte> classees = classees(personnes.get(p));
      boolean attente = choix[p] < 0;
      SessionOuverte choisie = !attente ? sessions.get(choix[p]) : classees.isEmpty() ? null : classees.getFirst();
      List<SessionOuverte> montrees = new ArrayList<>(classees.subList(0, Math.min(autres, classees.size())));
      if (choisie != null && !montrees.contains(choisie)) {
        montrees.addFirst(choisie);
      }
      proposees.add(new Proposee(personnes.get(p), choisie, attente && choisie != null, List.copyOf(montrees),
          pourquoi(personnes.get(p), choisie, attente, classees)));
    }
    return proposees;
  }

  /** The sessions, the best for this person alone first. */
  private List<SessionOuverte> classees(PersonneAConvoquer p) {
    return sessions.stream().sorted(Comparator.comparingLong((SessionOuverte s) -> poids.cout(p, s, distances, aujourdhui))
        .thenComparing(SessionOuverte::jour)
        .thenComparing(SessionOuverte::id)).toList();
  }

  /** Rank of the session of each person, -1 when she is left out. */
  private int[] resoudre() {
    int n = personnes.size();
    int m = sessions.size();
    int[] choix = new int[n];
    java.util.Arrays.fill(choix, -1);
    if (n == 0 || m == 0) {
      return choix;
    }
    MinCostFlow flot = new MinCostFlow();
    int puits = n + m;
    // one rank of urgency outweighs all that sessions may cost the whole list; leaving one person more outweighs all ranks
    long rang = poids.plusQueTout() * (n + 1);
    long sansPlace = rang * (n + 1) * (n + 1);
    int[] rangs = rangsDUrgence();
    List<int[]> arcs = new ArrayList<>();
    for (int p = 0; p < n; p++) {
      flot.setNodeSupply(p, 1);
      for (int s = 0; s < m; s++) {
        if (sessions.get(s).places() > 0) {
          flot.addArcWithCapacityAndUnitCost(p, n + s, 1, poids.cout(personnes.get(p), sessions.get(s), distances, aujourdhui));
          arcs.add(new int[] {p, s});
        }
      }
      flot.addArcWithCapacityAndUnitCost(p, puits, 1, sansPlace + (n - rangs[p]) * rang);
      arcs.add(new int[] {p, -1});
    }
    for (int s = 0; s < m; s++) {
      flot.addArcWithCapacityAndUnitCost(n + s, puits, sessions.get(s).places(), 0);
    }
    flot.setNodeSupply(puits, -n);
    MinCostFlowBase.Status statut = flot.solve();
    if (statut != MinCostFlowBase.Status.OPTIMAL) {
      throw new IllegalStateException("Le calcul des sessions n'a pas abouti (" + statut + ").");
    }
    for (int a = 0; a < arcs.size(); a++) {
      if (flot.getFlow(a) > 0) {
        choix[arcs.get(a)[0]] = arcs.get(a)[1];
      }
    }
    return choix;
  }

  /** 0 for the nearest deadline; without a deadline, last. */
  private int[] rangsDUrgence() {
    List<Integer> ordre = IntStream.range(0, personnes.size()).boxed()
        .sorted(Comparator.comparing((Integer p) -> personnes.get(p).limite(), Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    int[] rangs = new int[personnes.size()];
    for (int r = 0; r < ordre.size(); r++) {
      rangs[ordre.get(r)] = r;
    }
    return rangs;
  }

  private String pourquoi(PersonneAConvoquer p, SessionOuverte choisie, boolean attente, List<SessionOuverte> classees) {
    if (choisie == null) {
      return "Aucune session n'est ouverte dans les jours à venir.";
    }
    List<String> raisons = new ArrayList<>();
    raisons.add(distance(p, choisie));
    long jours = java.time.temporal.ChronoUnit.DAYS.between(aujourdhui, choisie.jour());
    raisons.add(jours == 1 ? "demain" : "dans %d jours".formatted(jours));
    if (p.limite() != null) {
      raisons.add((choisie.jour().isAfter(p.limite()) ? "après sa limite du " : "avant sa limite du ") + fr.jalon.ecran.Francais.date(p.limite()));
    }
    String phrase = "Parce que : " + String.join(" ; ", raisons) + ".";
    if (attente) {
      return phrase + " Toutes les sessions sont complètes : liste d'attente de celle qui lui convient le mieux.";
    }
    SessionOuverte meilleure = classees.getFirst();
    return meilleure.id() == choisie.id() ? phrase
        : "%s Celle du %s %s convenait mieux, mais %s.".formatted(phrase, fr.jalon.ecran.Francais.date(meilleure.jour()),
        fr.jalon.ecran.Francais.a(meilleure.nomCommune()),
        meilleure.places() == 0 ? "elle est complète" : "ses places vont à ceux qui perdraient plus à aller ailleurs");
  }

  private String distance(PersonneAConvoquer p, SessionOuverte s) {
    double km = distances.km(p.commune(), s.commune());
    if (Double.isNaN(km)) {
      return "distance inconnue";
    }
    return km < 1 ? "dans sa commune" : (distances.exacte(p.commune(), s.commune()) ? "à " : "à environ ") + Math.round(km) + " km à vol d'oiseau";
  }
}
