package fr.jalon.accompagnement.domaine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What became of the persons of a cohort beside others alike: each cell (same month, pathway, seniority, age, territory) counts for as many as it has
 * persons of the cohort. Direct standardisation, without any model; it compares, it does not prove.
 *
 * @param membres     persons of the cohort who have others alike
 * @param sansPareil  persons of the cohort who have none
 * @param comparables persons alike, each once
 * @param effectif    what the weights leave of them: so many persons of equal weight would say as much
 */
public record Comparaison(int membres, int sansPareil, int comparables, double effectif, List<Case> cases) {
  /** Below, no share is shown: it would tell of somebody. */
  public static final int MINIMUM = 11;
  /** Below, no difference is shown: chance alone makes it. */
  public static final int MINIMUM_DE_L_ECART = 20;
  private static final double QUANTILE = 1.96;
  private static final double CENT = 100;

  /**
   * A cell on one side. @param sorties whose right is no longer open at the end; @param suivies still followed then; @param versEmploi in a pathway
   * nearer to work; @param freinsLeves who lifted at least one frein; @param contacts days of contact of them all
   */
  public record Case(String cellule, boolean intensif, int personnes, int sorties, int suivies, int versEmploi, int freinsLeves, int contacts) {}

  /**
   * A share on both sides, in percent; {@code null} when it may not be shown. @param bas, @param haut bounds of the difference at 95 %, both
   * {@code null} when the groups are too small
   */
  public record Part(Double membres, Double comparables, Double bas, Double haut) {
    /** What is more on the side of the cohort, in points; {@code null} when it may not be shown. */
    public Double ecart() {
      return bas == null ? null : membres - comparables;
    }

    /** True when chance alone could make the difference. */
    public boolean incertain() {
      return bas != null && bas <= 0 && haut >= 0;
    }
  }

  /** Of the cells of both sides. @param comparables persons alike, each once */
  public static Comparaison de(List<Case> cases, int comparables) {
    Map<String, Case> autres = new HashMap<>();
    cases.stream().filter(c -> !c.intensif()).forEach(c -> autres.put(c.cellule(), c));
    int membres = 0;
    int seules = 0;
    double carres = 0;
    for (Case c : cases) {
      Case pareille = c.intensif() ? autres.get(c.cellule()) : null;
      if (pareille != null) {
        membres += c.personnes();
        carres += (double) c.personnes() * c.personnes() / pareille.personnes();
      } else if (c.intensif()) {
        seules += c.personnes();
      }
    }
    double effectif = membres == 0 ? 0 : Math.min(comparables, (double) membres * membres / carres);
    return new Comparaison(membres, seules, comparables, effectif, List.copyOf(cases));
  }

  /** A share of the persons: what of a cell is counted. */
  public Part part(ToIntFunction<Case> quoi) {
    if (membres < MINIMUM || comparables < MINIMUM) {
      return new Part(null, null, null, null);
    }
    double siennes = somme(quoi, true) / membres;
    double autres = somme(quoi, false) / membres;
    if (membres < MINIMUM_DE_L_ECART || effectif < MINIMUM_DE_L_ECART) {
      return new Part(siennes * CENT, autres * CENT, null, null);
    }
    double bas = Math.hypot(siennes - borne(siennes, membres, -1), borne(autres, effectif, 1) - autres);
    double haut = Math.hypot(borne(siennes, membres, 1) - siennes, autres - borne(autres, effectif, -1));
    return new Part(siennes * CENT, autres * CENT, (siennes - autres - bas) * CENT, (siennes - autres + haut) * CENT);
  }

  /** Wilson's bound of a share, which stays wide at 0 and at 1; the difference joins both sides' (Newcombe, 1998, method 10). @param cote -1 or 1 */
  private static double borne(double part, double n, int cote) {
    double z = QUANTILE * QUANTILE / n;
    return (part + z / 2 + cote * Math.sqrt(z * part * (1 - part) + z * z / 4)) / (1 + z);
  }

  /** Days of contact of a person in a month, on a side; {@code null} when it may not be shown. @param mois how many months were looked at */
  public Double contactsParMois(boolean intensif, int mois) {
    return membres < MINIMUM || comparables < MINIMUM ? null : somme(Case::contacts, intensif) / membres / mois;
  }

  /** What of the persons with others alike is counted; on the other side, as if each cell had as many persons as the cohort has there. */
  private double somme(ToIntFunction<Case> quoi, boolean intensif) {
    Map<String, Case> siennes = new HashMap<>();
    Map<String, Case> autres = new HashMap<>();
    cases.forEach(c -> (c.intensif() ? siennes : autres).put(c.cellule(), c));
    double somme = 0;
    for (Case c : siennes.values()) {
      Case pareille = autres.get(c.cellule());
      if (pareille != null) {
        Case lue = intensif ? c : pareille;
        somme += (double) quoi.applyAsInt(lue) * c.personnes() / lue.personnes();
      }
    }
    return somme;
  }
}
