package fr.jalon.engagement.domaine;

/**
 * A week of a person in minutes. @param cible asked of her, {@code null} when nothing is (no contract, or a plan without weekly hours)
 *
 * @param prevues in her plan, of what counts; @param faites done, of what counts
 */
public record Jauge(Semaine semaine, Integer cible, int prevues, int faites, SituationDeSemaine situation) {
  private static final int CENT = 100;

  /** What is lacking to what is asked, 0 when nothing is. */
  public int manquantes() {
    return cible == null ? 0 : Math.max(0, cible - faites);
  }

  /** Done of what is asked, in hundredths, 100 at most; of what is planned when nothing is asked. */
  public int part() {
    int sur = cible == null ? prevues : cible;
    return sur == 0 ? faites == 0 ? 0 : CENT : Math.min(CENT, faites * CENT / sur);
  }
}
