package fr.jalon.travaux;

/** A job stops between two parts; who does it lets it pass, once what is half done is undone. */
public final class TravailArrete extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Cause cause;
  private final String par;

  /** Why it stops. */
  public enum Cause {
    /** Its author, or who may, asked. */
    ANNULE,
    /** The server stops. */
    SERVEUR,
    /** Another server has taken it over. */
    REPRIS
  }

  /** @param phrase what its author reads @param par who asked, or {@code null} */
  public TravailArrete(Cause cause, String phrase, String par) {
    super(phrase, null, false, false);
    this.cause = cause;
    this.par = par;
  }

  /** Why. */
  public Cause cause() {
    return cause;
  }

  /** Displayed name of who asked, or {@code null}. */
  public String par() {
    return par;
  }
}
