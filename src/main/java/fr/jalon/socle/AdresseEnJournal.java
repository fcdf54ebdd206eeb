package fr.jalon.socle;

/** The path of a request as it may be written in a log. */
public final class AdresseEnJournal {
  private AdresseEnJournal() {}

  /** The code of a person's link and the address of an agent's calendar are secrets: they are left out. @param chemin path, {@code null} allowed */
  public static String de(Object chemin) {
    return String.valueOf(chemin).replaceFirst("^/(r|calendrier)/[^/]+", "/$1/…");
  }
}
