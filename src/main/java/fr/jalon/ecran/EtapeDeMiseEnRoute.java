package fr.jalon.ecran;

/**
 * Something a Département does once before it works with Jalon. The room that needs it contributes it as a bean, and says by looking whether it is
 * done: nobody ticks anything.
 */
public interface EtapeDeMiseEnRoute {
  /** Rank on the page. */
  int ordre();

  /** What is to be done, in a few words. */
  String titre();

  /** Page where it is done, or {@code null} when it is not done on a screen. */
  String adresse();

  /** Resource that opens that page, or {@code null}; others are told to whom to ask. */
  String ressource();

  /** True for what must be done before a person can be oriented: the administration is shown the page of the start until then. */
  default boolean indispensable() {
    return false;
  }

  /** Where it is, as seen now. */
  Constat constat();

  /** @param fait true when nothing is left to do; @param phrase a French sentence: what there is, or what to do and why */
  record Constat(boolean fait, String phrase) {}
}
