package fr.jalon.orientation.web;

import fr.jalon.ecran.DatesPlausibles;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The référents named for a list, as typed.
 *
 * @param choix {@code suivi:referent}, or {@code suivi:} for who is left without one
 */
public record FormulaireDeDesignation(List<String> choix, String le, String raison, String acceptePar, String raisonDuDepassement, Boolean prevenir,
    Integer territoire, Integer organisation) {
  /** Absent lists and texts are empty, an unchecked box is false. */
  public FormulaireDeDesignation {
    choix = choix == null ? List.of() : choix.stream().filter(Objects::nonNull).toList();
    raison = raison == null ? "" : raison;
    acceptePar = acceptePar == null ? "" : acceptePar;
    raisonDuDepassement = raisonDuDepassement == null ? "" : raisonDuDepassement;
    prevenir = Boolean.TRUE.equals(prevenir);
  }

  /** See {@link LignesAConfier#choisis}. */
  Map<Long, Integer> choisis() {
    return LignesAConfier.choisis(choix);
  }

  /** {@code null} when it is not a date. */
  LocalDate jour() {
    try {
      return le == null || le.isBlank() ? null : DatesPlausibles.lire(le);
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
