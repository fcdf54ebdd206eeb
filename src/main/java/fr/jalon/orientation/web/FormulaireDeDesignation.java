package fr.jalon.orientation.web;

import fr.jalon.ecran.DatesPlausibles;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The référents named for a list, as typed.
 *
 * @param choix {@code suivi:referent}, or {@code suivi:} for who is left without one
 */
public record FormulaireDeDesignation(List<String> choix, String le, String raison, String acceptePar, String raisonDuDepassement, Boolean prevenir,
    Integer territoire, Integer organisation) {
  private static final Pattern CHOIX = Pattern.compile("(\\d{1,18}):(\\d{1,9})?");

  /** Absent lists and texts are empty, an unchecked box is false. */
  public FormulaireDeDesignation {
    choix = choix == null ? List.of() : choix.stream().filter(Objects::nonNull).toList();
    raison = raison == null ? "" : raison;
    acceptePar = acceptePar == null ? "" : acceptePar;
    raisonDuDepassement = raisonDuDepassement == null ? "" : raisonDuDepassement;
    prevenir = Boolean.TRUE.equals(prevenir);
  }

  /** The référent chosen by follow-up; {@code null} for who is left without one; a follow-up that is absent was not on the page. */
  Map<Long, Integer> choisis() {
    Map<Long, Integer> parSuivi = new LinkedHashMap<>();
    for (String c : choix) {
      Matcher m = CHOIX.matcher(c);
      if (m.matches()) {
        parSuivi.put(Long.valueOf(m.group(1)), m.group(2) == null ? null : Integer.valueOf(m.group(2)));
      }
    }
    return parSuivi;
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
