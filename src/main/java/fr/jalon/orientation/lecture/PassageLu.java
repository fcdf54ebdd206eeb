package fr.jalon.orientation.lecture;

import java.time.LocalDate;

/** One passage of an entry or a follow-up. @param texte a French phrase; @param par login, or {@code fichier:12} */
public record PassageLu(LocalDate le, String texte, String motif, String par) {
  /** Where it comes from, in words. */
  public String source() {
    return par.startsWith("fichier:") ? "Fichier reçu n° " + par.substring("fichier:".length()) : "Saisi par " + par;
  }
}
