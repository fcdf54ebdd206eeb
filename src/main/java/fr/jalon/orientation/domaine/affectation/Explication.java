package fr.jalon.orientation.domaine.affectation;

import fr.jalon.structures.Distances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in a sentence why a référent is proposed to a person, and why a nearer or better one is not. */
public final class Explication {
  private static final double VOISINAGE_KM = 1;
  private final Distances distances;

  /** @param distances the same as for the proposal */
  public Explication(Distances distances) {
    this.distances = distances;
  }

  /**
   * Why this référent.
   *
   * @param recues persons given to her with this one, this one included
   * @return « parce que… »
   */
  public String pourquoi(PersonneAAffecter p, Candidat c, int recues) {
    List<String> raisons = new ArrayList<>();
    raisons.add(distance(p, c));
    if (p.besoin() != null && c.referent().publics().contains(p.besoin())) {
      raisons.add("spécialiste (" + p.besoin().court() + ")");
    } else if (p.besoin() != null) {
      raisons.add("aucun spécialiste (" + p.besoin().court() + ") n'est mieux placé");
    }
    if (p.ancienneOrganisation() != null && p.ancienneOrganisation() == c.organisation().id()) {
      raisons.add(p.ancienReferent() != null && p.ancienReferent() == c.referent()
          .id() ? "suivait déjà la personne" : "même organisation que son dernier suivi");
    }
    int suivies = c.charge() + recues;
    raisons.add("%d %s pour %d %s, soit %d\u00a0%%".formatted(suivies, suivies == 1 ? "personne" : "personnes", c.capacite(),
        c.capacite() == 1 ? "place" : "places", c.taux(recues)));
    return "Parce que : " + String.join(" ; ", raisons) + ".";
  }

  /** For the list of a {@link Repartition}: the reasons, and what became of the référent who alone would have been better. */
  public String pourquoi(Repartition r, int personne) {
    Grille g = r.grille();
    PersonneAAffecter p = g.personnes().get(personne);
    int choix = r.choix(personne);
    if (choix == Repartition.AUCUN) {
      return sansReferent(p, g.candidats());
    }
    String raisons = pourquoi(p, g.candidats().get(choix), r.recues(choix));
    return meilleurSeul(g, personne).filter(m -> m != choix && g.cout(personne, m, g.ponderation()) < g.cout(personne, choix, g.ponderation()))
        .map(m -> {
          Candidat autre = g.candidats().get(m);
          return "%s %s convenait mieux à cette personne seule mais %s.".formatted(raisons, autre.referent().nom(), autre.places() <= r.recues(m)
              ? "n'a plus de place" : "aurait été trop chargé (%d %%)".formatted(autre.taux(r.recues(m) + 1)));
        }).orElse(raisons);
  }

  /** Why nobody: the most lasting obstacle that all share, or that those who could are full. */
  public String sansReferent(PersonneAAffecter p, List<Candidat> candidats) {
    long possibles = candidats.stream().filter(c -> Empechement.durable(p, c).isEmpty()).count();
    if (possibles > 0) {
      return possibles == 1 ? "Le seul référent qui peut la suivre n'a plus de place."
          : "Les %d référents qui peuvent la suivre n'ont plus de place.".formatted(possibles);
    }
    return candidats.stream().map(c -> Empechement.durable(p, c).orElseThrow()).max(Comparator.naturalOrder())
        .map(e -> "Aucun référent ne peut la suivre : celui qui s'en approche le plus %s.".formatted(e.phrase()))
        .orElse("Aucun référent n'est connu.");
  }

  private String distance(PersonneAAffecter p, Candidat c) {
    double km = distances.km(p.commune(), c.lieu());
    if (Double.isNaN(km)) {
      return "distance inconnue";
    }
    if (km < VOISINAGE_KM) {
      return "reçoit dans sa commune";
    }
    return (distances.exacte(p.commune(), c.lieu()) ? "à " : "à environ ") + Math.round(km) + " km à vol d'oiseau";
  }

  private static Optional<Integer> meilleurSeul(Grille g, int personne) {
    Integer meilleur = null;
    for (int c = 0; c < g.candidats().size(); c++) {
      if (g.possible(personne, c) && (meilleur == null || g.cout(personne, c, g.ponderation()) < g.cout(personne, meilleur, g.ponderation()))) {
        meilleur = c;
      }
    }
    return Optional.ofNullable(meilleur);
  }
}
