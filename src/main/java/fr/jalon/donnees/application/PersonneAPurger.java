package fr.jalon.donnees.application;

import java.time.LocalDate;

/**
 * A person whose time is over.
 *
 * @param fin          last contact or end of her right, the later
 * @param contentieux  true when a litigation keeps everything
 * @param comptes      true when payments or a debt keep her identity; what was said of her goes all the same
 * @param dejaEffacee  true when what was said of her went already and nothing was said since, and her identity was kept for the accounts
 */
public record PersonneAPurger(long personneId, LocalDate fin, boolean contentieux, boolean comptes, boolean dejaEffacee) {
  /** What will be done, in words. */
  public String decision() {
    return contentieux ? "gardée : contentieux en cours" : !comptes ? "tout est effacé" : dejaEffacee ? "identité gardée pour les comptes"
        : "accompagnement effacé, identité gardée pour les comptes";
  }

  /** True when something is left to erase. */
  public boolean aFaire() {
    return !contentieux && (!comptes || !dejaEffacee);
  }
}
