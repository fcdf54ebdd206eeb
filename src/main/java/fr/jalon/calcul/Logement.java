package fr.jalon.calcul;

import java.math.BigDecimal;

/**
 * Housing of the household.
 *
 * @param statut        how it is housed
 * @param loyer         rent or loan payment of a month, in euros
 * @param participation true when a household housed for free takes part in the cost
 * @param aide          housing benefit paid, by month
 */
public record Logement(StatutDuLogement statut, BigDecimal loyer, boolean participation, ParMois aide) {
  /** A tenant without housing benefit. */
  public static Logement locataire(String loyer) {
    return new Logement(StatutDuLogement.LOCATAIRE_VIDE, new BigDecimal(loyer), false, ParMois.RIEN);
  }

  /** Housed for free, without taking part. */
  public static Logement gratuit() {
    return new Logement(StatutDuLogement.LOGE_GRATUITEMENT, BigDecimal.ZERO, false, ParMois.RIEN);
  }

  /** Owner without loan. */
  public static Logement proprietaire() {
    return new Logement(StatutDuLogement.PROPRIETAIRE, BigDecimal.ZERO, false, ParMois.RIEN);
  }

  /** The same with a housing benefit. */
  public Logement avecAide(ParMois neuve) {
    return new Logement(statut, loyer, participation, neuve);
  }

  /** True when nothing is paid for the home: the whole forfait is deducted (R. 262-9 CASF). */
  public boolean sansDepense() {
    return statut.proprietaire() && loyer.signum() == 0 || statut == StatutDuLogement.LOGE_GRATUITEMENT && !participation;
  }
}
