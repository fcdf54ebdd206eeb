package fr.jalon.calcul;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * A job to try in a simulation.
 *
 * @param nature         how its pay counts: {@link Revenu#SALAIRE_NET} most of the time
 * @param debut          first month paid
 * @param fin            last month paid, or null when it lasts
 * @param netMensuel     net euros a month
 * @param horsRessources euros a month that are not a resource, e.g. an immersion bonus of 20 € a day
 */
public record Emploi(Revenu nature, YearMonth debut, YearMonth fin, BigDecimal netMensuel, BigDecimal horsRessources) {
  private static final BigDecimal SEMAINES = BigDecimal.valueOf(52);
  private static final BigDecimal MOIS_DE_L_ANNEE = BigDecimal.valueOf(12);

  /** A lasting job paid by the month. */
  public static Emploi mensuel(YearMonth debut, BigDecimal net) {
    return new Emploi(Revenu.SALAIRE_NET, debut, null, net, BigDecimal.ZERO);
  }

  /** A lasting job paid by the hour: hours a week × 52 / 12, to the cent. */
  public static Emploi horaire(YearMonth debut, BigDecimal heuresParSemaine, BigDecimal netHoraire) {
    return mensuel(debut, heuresParSemaine.multiply(netHoraire).multiply(SEMAINES).divide(MOIS_DE_L_ANNEE, 2, RoundingMode.HALF_UP));
  }

  /** The same, ending that month. */
  public Emploi jusqua(YearMonth dernier) {
    return new Emploi(nature, debut, dernier, netMensuel, horsRessources);
  }

  /** The same with a monthly sum that is not a resource. */
  public Emploi avecHorsRessources(BigDecimal euros) {
    return new Emploi(nature, debut, fin, netMensuel, euros);
  }

  /** True when it is paid that month. */
  public boolean paie(YearMonth mois) {
    return !mois.isBefore(debut) && (fin == null || !mois.isAfter(fin));
  }
}
