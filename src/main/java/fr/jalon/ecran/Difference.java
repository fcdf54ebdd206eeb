package fr.jalon.ecran;

/**
 * What somebody changed in a form while another was writing in it, as read on screen.
 *
 * @param champ      name of the field
 * @param libelle    its name on screen
 * @param avant      what was under the agent's eyes, may be empty
 * @param maintenant what there is now, may be empty
 * @param saisi      what she typed, when it is neither; {@code null} when she has nothing to choose: the present value is kept
 */
public record Difference(String champ, String libelle, String avant, String maintenant, String saisi) {
  private static final int LONG = 100;

  /** One sentence. */
  public String phrase() {
    return "%s : %s au lieu de %s%s.".formatted(libelle, court(maintenant), court(avant), saisi == null ? "" : " ; vous avez écrit " + court(saisi));
  }

  /** True when a text is too long to be read in a sentence: the whole of it is shown apart. */
  public boolean longue() {
    return maintenant.length() > LONG || maintenant.contains("\n");
  }

  /** A value in a sentence. */
  public static String court(String valeur) {
    String ligne = valeur.replace('\n', ' ');
    return ligne.isEmpty() ? "rien" : "«\u00a0" + (ligne.length() > LONG ? ligne.substring(0, LONG) + "…" : ligne) + "\u00a0»";
  }
}
