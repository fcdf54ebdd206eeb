package fr.jalon.parametres;

import java.time.LocalDate;
import java.time.Period;

/**
 * The value of a parameter at a date, with what it rests on.
 *
 * @param cle       key, e.g. {@code orientation.delai_legal}
 * @param texte     value as written: a whole number, a duration ("42 jours", "2 mois") or a code
 * @param depuis    first day it applies
 * @param reference article or document
 * @param confiance how far it may be relied on
 * @param origine   which layer gave it
 */
public record Valeur(String cle, String texte, LocalDate depuis, String reference, Confiance confiance, Origine origine) {

  /** As a whole number. @throws IllegalStateException when it is not one */
  public int entier() {
    try {
      return Integer.parseInt(texte.strip());
    } catch (NumberFormatException e) {
      throw new IllegalStateException("Le paramètre %s vaut « %s » : un nombre entier était attendu.".formatted(cle, texte), e);
    }
  }

  /** As a duration in days, months or years; a bare number is days. @throws IllegalStateException when it is not one */
  public Period duree() {
    return Duree.lire(texte)
        .orElseThrow(() -> new IllegalStateException("Le paramètre %s vaut « %s » : une durée était attendue (42 jours, 2 mois).".formatted(cle,
        texte)));
  }

  /** As a number of days. @throws IllegalStateException when the duration is in months or years, whose length depends on the date */
  public int jours() {
    Period duree = duree();
    if (duree.toTotalMonths() != 0) {
      throw new IllegalStateException("Le paramètre %s vaut « %s » : il ne se compte pas en jours.".formatted(cle, texte));
    }
    return duree.getDays();
  }
}
