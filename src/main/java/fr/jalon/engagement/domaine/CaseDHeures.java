package fr.jalon.engagement.domaine;

/**
 * A cell of the grid of a week, as typed.
 *
 * @param activite code of the kind
 * @param rang     1 for Monday to 7, 0 for a total of the week
 * @param texte    what was typed, empty for nothing
 */
public record CaseDHeures(String activite, int rang, String texte) {
  /** Total of the week, without a day. */
  public static final int TOTAL = 0;
  /** Sunday. */
  public static final int DIMANCHE = 7;

  /** Name of its field: {@code h-DEMARCHES-2}. */
  public String champ() {
    return champ(activite, rang);
  }

  /** Name of the field of a cell. */
  public static String champ(String activite, int rang) {
    return "h-" + activite + "-" + rang;
  }
}
