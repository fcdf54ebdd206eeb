package fr.jalon.echanges.caf.flux;

/** The file is refused whole: nothing is loaded. The message says, in French, what is wrong and what to do. */
public class FluxRefuse extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int ligne;
  private final String balise;
  private final boolean ecartSeul;

  /**
   * @param ligne     line of the file, 0 when it makes no sense
   * @param balise    tag concerned or null
   * @param ecartSeul true when only the totals disagree: a named agent may accept it
   */
  public FluxRefuse(String message, int ligne, String balise, boolean ecartSeul) {
    super(message);
    this.ligne = ligne;
    this.balise = balise;
    this.ecartSeul = ecartSeul;
  }

  /** A refusal at a line and a tag. */
  public FluxRefuse(String message, int ligne, String balise) {
    this(message, ligne, balise, false);
  }

  public int ligne() {
    return ligne;
  }

  public String balise() {
    return balise;
  }

  /** True when only the totals disagree. */
  public boolean ecartSeul() {
    return ecartSeul;
  }
}
