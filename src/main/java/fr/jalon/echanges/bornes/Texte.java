package fr.jalon.echanges.bornes;

/**
 * The text of a tag, put together from the pieces a parser gives: each is copied once, whatever their number. {@code null} until something is in it.
 */
public final class Texte {
  private final int maximum;
  private final String quoi;
  private String seul;
  private StringBuilder plusieurs;

  /**
   * @param maximum characters
   * @param quoi    what holds it, e.g. "une balise"
   */
  public Texte(int maximum, String quoi) {
    this.maximum = maximum;
    this.quoi = quoi;
  }

  /** Forgets. */
  public void vider() {
    seul = null;
    plusieurs = null;
  }

  /** True when nothing was added. */
  public boolean vide() {
    return seul == null;
  }

  /** @throws BorneDepassee when the whole is too long */
  public void ajouter(String morceau) {
    if ((plusieurs == null ? seul == null ? 0 : seul.length() : plusieurs.length()) + (long) morceau.length() > maximum) {
      throw new BorneDepassee("le texte d'" + quoi + " y compte plus de " + BorneDepassee.nombre(maximum) + " caractères");
    }
    if (seul == null) {
      seul = morceau;
      return;
    }
    if (plusieurs == null) {
      plusieurs = new StringBuilder(seul);
    }
    plusieurs.append(morceau);
  }

  /** The whole text, or {@code null}. */
  public String lire() {
    return plusieurs == null ? seul : plusieurs.toString();
  }
}
