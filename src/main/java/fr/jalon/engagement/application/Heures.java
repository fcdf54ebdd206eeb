package fr.jalon.engagement.application;

/** Parameters that hours of activity go by. */
public final class Heures {
  /** Hours a week that the law asks. */
  public static final String CIBLE = "engagement.heures";
  /** Hours a week above which a figure is a slip. */
  public static final String PLAUSIBLES = "engagement.heures_plausibles";
  /** Age of the child below which a parent alone without child care may ask for no weekly hours. */
  public static final String AGE = "engagement.age_enfant_sans_garde";
  /** Months, at most, before a review. */
  public static final String REVUE = "engagement.adaptation_mois";
  /** Days before a review from which it is to be prepared. */
  public static final String A_REVOIR = "engagement.adaptation_a_revoir";
  /** Weeks in a row with hours lacking, after which to speak of it. */
  public static final String MANQUANTES = "engagement.semaines_manquantes";

  private Heures() {}
}
