package fr.jalon.pilotage;

/**
 * What an indicator makes of its rows. Each genre is three SQL aggregates: numerator, denominator and value; a rate also counts those whose delay
 * still runs.
 */
public enum Genre {
  /** Number of rows (persons). */
  NOMBRE("count(*)", "null::bigint", "count(*)"),
  /**
   * Share, in per cent with one decimal, of the rows whose {@code numerateur} is true. Those whose {@code en_cours} is true are told apart, not
   * counted.
   */
  TAUX("count(*) filter (where l.numerateur and not l.en_cours)", "count(*) filter (where not l.en_cours)",
      "round(100.0 * count(*) filter (where l.numerateur and not l.en_cours) / nullif(count(*) filter (where not l.en_cours), 0), 1)"),
  /** Sum of {@code mesure}. */
  SOMME("coalesce(sum(l.mesure), 0)", "null::bigint", "coalesce(sum(l.mesure), 0)"),
  /** Mean of {@code mesure}, two decimals. */
  MOYENNE("coalesce(sum(l.mesure), 0)", "count(*)", "round(avg(l.mesure), 2)"),
  /** Median of {@code mesure}: half the rows are at or below. */
  MEDIANE("null::bigint", "count(*)", "percentile_cont(0.5) within group (order by l.mesure)");

  private final String numerateur;
  private final String denominateur;
  private final String valeur;

  Genre(String numerateur, String denominateur, String valeur) {
    this.numerateur = numerateur;
    this.denominateur = denominateur;
    this.valeur = valeur;
  }

  /** Counts and sums: the values of a breakdown add up to the total, and nothing counts for zero. */
  public boolean additif() {
    return this == NOMBRE || this == SOMME;
  }

  String agregats() {
    return "(" + numerateur + ")::numeric as numerateur, (" + denominateur + ")::numeric as denominateur, (" + valeur + ")::numeric as valeur, "
        + (this == TAUX ? "count(*) filter (where l.en_cours)" : "null::bigint") + " as en_cours";
  }
}
