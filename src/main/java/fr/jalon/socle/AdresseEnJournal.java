package fr.jalon.socle;

/** The path of a request as it may be written in a log. */
public final class AdresseEnJournal {
  private AdresseEnJournal() {}

  /** The code of a person's link is a secret: it is left out. @param chemin path, {@code null} allowed */
  public static String de(Object chemin) {
    return String.valueOf(chemin).replaceFirst("^/r/[^/]+", "/r/…");
  }
}
