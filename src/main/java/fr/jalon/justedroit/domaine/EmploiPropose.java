package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.ParMois;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The job the agent tries.
 *
 * @param adulte       who takes it, 0 or 1
 * @param contrat      kind of contract
 * @param heures       hours a month, or zero when unknown
 * @param net          net euros of a whole month
 * @param debut        first day
 * @param fin          last day, or {@code null}
 * @param immersion    bonus of the immersion that comes before it, in euros; not a resource
 */
public record EmploiPropose(int adulte, Contrat contrat, BigDecimal heures, BigDecimal net, LocalDate debut, LocalDate fin, BigDecimal immersion) {
  /** Weeks of a month, as labour law counts: 52 / 12. */
  private static final BigDecimal SEMAINES = BigDecimal.valueOf(52);
  private static final BigDecimal MOIS = BigDecimal.valueOf(12);

  /** Kinds of contract. */
  public enum Contrat {
    /** Lasting. */
    CDI("CDI", false),
    /** Fixed term. */
    CDD("CDD", true),
    /** Insertion by work. */
    CDDI("CDDI (contrat d'insertion)", true),
    /** Helped contract. */
    PEC("PEC (parcours emploi compétences)", true),
    /** Seasonal. */
    SAISONNIER("Contrat saisonnier", true);

    private final String libelle;
    private final boolean aUneFin;

    Contrat(String libelle, boolean aUneFin) {
      this.libelle = libelle;
      this.aUneFin = aUneFin;
    }

    /** In French, for the screen. */
    public String libelle() {
      return libelle;
    }

    /** True when its last day must be known. */
    public boolean aUneFin() {
      return aUneFin;
    }
  }

  /** Hours a month from hours a week: × 52 / 12. */
  public static BigDecimal heuresDuMois(BigDecimal parSemaine) {
    return parSemaine.multiply(SEMAINES).divide(MOIS, 2, RoundingMode.HALF_UP);
  }

  /** Net pay of a month from hours a week and an hourly pay. */
  public static BigDecimal netDuMois(BigDecimal heuresParSemaine, BigDecimal netHoraire) {
    return heuresParSemaine.multiply(netHoraire).multiply(SEMAINES).divide(MOIS, 2, RoundingMode.HALF_UP);
  }

  /** Net pay of an hour, or zero when the hours are unknown. */
  public BigDecimal netHoraire() {
    return heures.signum() == 0 ? BigDecimal.ZERO : net.divide(heures, 4, RoundingMode.HALF_UP);
  }

  /** Pay by month: a month begun or ended on the way is paid by its days. */
  ParMois paie(YearMonth premier, YearMonth dernier) {
    ParMois paie = ParMois.RIEN;
    YearMonth dernierPaye = fin == null || YearMonth.from(fin).isAfter(dernier) ? dernier : YearMonth.from(fin);
    for (YearMonth m = YearMonth.from(debut).isBefore(premier) ? premier : YearMonth.from(debut); !m.isAfter(dernierPaye); m = m.plusMonths(1)) {
      int de = YearMonth.from(debut).equals(m) ? debut.getDayOfMonth() : 1;
      int a = fin != null && YearMonth.from(fin).equals(m) ? fin.getDayOfMonth() : m.lengthOfMonth();
      paie = paie.avec(m, m, net.multiply(BigDecimal.valueOf(a - de + 1L)).divide(BigDecimal.valueOf(m.lengthOfMonth()), 2, RoundingMode.HALF_UP));
    }
    return paie;
  }

  /** Month of the immersion bonus: the one before the job, or its first month when the simulation begins with it. */
  YearMonth moisDeLImmersion(YearMonth premier) {
    YearMonth avant = YearMonth.from(debut).minusMonths(1);
    return avant.isBefore(premier) ? premier : avant;
  }
}
