package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.calcul.Regles;
import fr.jalon.calcul.Resultat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a household has each month for every number of hours worked a week, once the pay has lasted long enough to be in all the reference
 * months, at the figures of the first month simulated.
 *
 * @param netHoraire net pay of an hour
 * @param points     one for each whole hour, from none
 */
public record CourbeDesHeures(BigDecimal netHoraire, List<Point> points) {
  private static final int HEURES_AU_PLUS = 39;

  /**
   * A number of hours.
   *
   * @param heures     a week
   * @param gains      pay of the job
   * @param autres     other incomes, family and housing benefits
   * @param total      all that comes in
   * @param heureDePlus what the last hour added to the total; {@code null} for none
   * @param seuils     what begins or ends here, in a few words each
   */
  public record Point(int heures, BigDecimal gains, BigDecimal rsa, BigDecimal prime, BigDecimal autres, BigDecimal total, BigDecimal heureDePlus,
      List<String> seuils) {
    /** True when working this hour leaves less than not working it. */
    public boolean perte() {
      return heureDePlus != null && heureDePlus.signum() < 0;
    }
  }

  /** @throws fr.jalon.calcul.MenageRefuse when the household holds errors */
  public static CourbeDesHeures de(FoyerSimule foyer, int adulte, BigDecimal netHoraire) {
    CalculDuDroit calcul = new CalculDuDroit(Regles.EN_VIGUEUR.prolongees());
    List<Point> points = new ArrayList<>();
    for (int h = 0; h <= HEURES_AU_PLUS; h++) {
      BigDecimal gains = EmploiPropose.netDuMois(BigDecimal.valueOf(h), netHoraire);
      Resultat droit = calcul.calculer(foyer.installe(adulte, gains), foyer.premier());
      boolean travaille = gains.signum() > 0;
      BigDecimal autres = foyer.revenus().stream().filter(r -> !travaille || !r.arret()).map(LigneDeRevenu::ensuite)
          .reduce(foyer.aidesDuMois(), BigDecimal::add);
      BigDecimal total = gains.add(autres).add(droit.rsa()).add(droit.prime());
      Point avant = points.isEmpty() ? null : points.getLast();
      points.add(new Point(h, gains, droit.rsa(), droit.prime(), autres, total, avant == null ? null : total.subtract(avant.total()),
          seuils(avant, droit)));
    }
    return new CourbeDesHeures(netHoraire, List.copyOf(points));
  }

  /** The hours where something begins or ends, or where one hour more leaves less. */
  public List<Point> marques() {
    return points.stream().filter(p -> !p.seuils().isEmpty() || p.perte()).toList();
  }

  private static List<String> seuils(Point avant, Resultat droit) {
    List<String> seuils = new ArrayList<>();
    if (avant == null) {
      return seuils;
    }
    if (avant.rsa().signum() > 0 && droit.rsa().signum() == 0) {
      seuils.add("Fin du RSA");
    }
    if (avant.prime().signum() == 0 && droit.prime().signum() > 0) {
      seuils.add("Début de la prime d'activité");
    }
    if (avant.prime().signum() > 0 && droit.prime().signum() == 0) {
      seuils.add("Fin de la prime d'activité");
    }
    return seuils;
  }
}
