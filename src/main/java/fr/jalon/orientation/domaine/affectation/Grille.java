package fr.jalon.orientation.domaine.affectation;

import fr.jalon.structures.Distances;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every person of a list facing every référent: whether she may follow her, and what it costs. The load is not here: it depends on how many
 * of the list the référent is given.
 */
public final class Grille {
  private static final byte IMPOSSIBLE = -1;
  private static final int MEME_ORGANISATION = 50;
  private final List<PersonneAAffecter> personnes;
  private final List<Candidat> candidats;
  private final Ponderation ponderation;
  /** Persons for whom every référent weighs the same are one class: their points are counted once. */
  private final int[] classe;
  private final int classes;
  private final byte[] distance;
  private final byte[] specialite;
  private final byte[] continuite;

  /** @param personnes in the order of urgency: who comes first is served first when a list is shared out one by one */
  public Grille(List<PersonneAAffecter> personnes, List<Candidat> candidats, Distances distances, Ponderation ponderation) {
    this.personnes = List.copyOf(personnes);
    this.candidats = List.copyOf(candidats);
    this.ponderation = ponderation;
    Map<PersonneAAffecter, Integer> vues = new LinkedHashMap<>();
    classe = this.personnes.stream().mapToInt(p -> vues.computeIfAbsent(sansNumero(p), _ -> vues.size())).toArray();
    classes = vues.size();
    int cases = Math.multiplyExact(classes, candidats.size());
    distance = new byte[cases];
    specialite = new byte[cases];
    continuite = new byte[cases];
    int i = 0;
    for (PersonneAAffecter p : vues.keySet()) {
      for (Candidat c : this.candidats) {
        if (Empechement.durable(p, c).isPresent()) {
          distance[i] = IMPOSSIBLE;
        } else {
          distance[i] = (byte) pointsDeDistance(distances.km(p.commune(), c.lieu()));
          specialite[i] = (byte) pointsDeSpecialite(p, c);
          continuite[i] = (byte) pointsDeContinuite(p, c);
        }
        i++;
      }
    }
  }

  private static PersonneAAffecter sansNumero(PersonneAAffecter p) {
    return new PersonneAAffecter(0, p.parcours(), p.commune(), p.territoire(), p.besoin(), p.ancienReferent(), p.ancienneOrganisation());
  }

  /** The class of a person, from 0: two persons of one class face every référent alike. */
  int classe(int personne) {
    return classe[personne];
  }

  /** How many classes there are. */
  int classes() {
    return classes;
  }

  /** The persons, in the order given. */
  public List<PersonneAAffecter> personnes() {
    return personnes;
  }

  /** The référents, in the order given. */
  public List<Candidat> candidats() {
    return candidats;
  }

  /** The weights. */
  public Ponderation ponderation() {
    return ponderation;
  }

  /** True when this référent may follow this person, room apart. */
  public boolean possible(int personne, int candidat) {
    return distance[place(personne, candidat)] != IMPOSSIBLE;
  }

  /** Points of a term other than the load, from 0 to 100. */
  public int points(Terme terme, int personne, int candidat) {
    int i = place(personne, candidat);
    return switch (terme) {
      case DISTANCE -> distance[i];
      case SPECIALITE -> specialite[i];
      case CONTINUITE -> continuite[i];
      case CHARGE -> throw new IllegalArgumentException("La charge dépend de toute la liste.");
    };
  }

  /** Ranks of the référents who may follow this person, the cheapest for her alone first, full ones included. */
  public List<Integer> duMoinsCher(int personne) {
    return java.util.stream.IntStream.range(0, candidats.size()).filter(c -> possible(personne, c)).boxed()
        .sorted(java.util.Comparator.comparingLong(c -> cout(personne, c, ponderation) + (long) ponderation.charge() * pointsDeCharge(c, 1)))
        .toList();
  }

  /** Points of load of the {@code rang}-th person of the list given to this référent (from 1). */
  public int pointsDeCharge(int candidat, int rang) {
    return Math.min(Terme.PIRE, candidats.get(candidat).taux(rang));
  }

  /** Weighted cost, the load apart. */
  long cout(int personne, int candidat, Ponderation poids) {
    int i = place(personne, candidat);
    return (long) poids.distance() * distance[i] + (long) poids.specialite() * specialite[i] + (long) poids.continuite() * continuite[i];
  }

  private int place(int personne, int candidat) {
    return classe[personne] * candidats.size() + candidat;
  }

  /** A place not known costs the worst: a person is not sent far by ignorance, nor preferred. */
  private int pointsDeDistance(double km) {
    return Double.isNaN(km) ? Terme.PIRE : (int) Math.round(Math.min(km, ponderation.plafondKm()) * Terme.PIRE / ponderation.plafondKm());
  }

  private static int pointsDeSpecialite(PersonneAAffecter p, Candidat c) {
    boolean specialiste = !c.referent().publics().isEmpty();
    return p.besoin() == null ? specialiste ? Terme.PIRE : 0 : c.referent().publics().contains(p.besoin()) ? 0 : Terme.PIRE;
  }

  private static int pointsDeContinuite(PersonneAAffecter p, Candidat c) {
    if (p.ancienneOrganisation() == null || p.ancienReferent() != null && p.ancienReferent() == c.referent().id()) {
      return 0;
    }
    return p.ancienneOrganisation() == c.organisation().id() ? MEME_ORGANISATION : Terme.PIRE;
  }
}
