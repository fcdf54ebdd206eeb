package fr.jalon.echanges.bornes;

/** A file goes beyond a bound. The message is a French clause that says what it holds too much of, to be put in a sentence by who reads it. */
public final class BorneDepassee extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean doctype;

  /** @param constat e.g. "une case tient plus de 32 767 caractères" */
  public BorneDepassee(String constat) {
    this(constat, false);
  }

  BorneDepassee(String constat, boolean doctype) {
    super(constat);
    this.doctype = doctype;
  }

  /** True for a declaration DOCTYPE or an entity of its own. */
  public boolean doctype() {
    return doctype;
  }

  /** {@code 20 000}. */
  public static String nombre(long n) {
    return String.format(java.util.Locale.FRENCH, "%,d", n);
  }
}
