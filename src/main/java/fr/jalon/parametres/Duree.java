package fr.jalon.parametres;

import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: "42 jours", "6 semaines", "2 mois", "1 an". */
final class Duree {
  private static final Pattern FORME = Pattern.compile("(\\d{1,4})\\s*(jours?|semaines?|mois|ans?)?");

  private Duree() {}

  /** @return empty when the text is not a duration; a bare number is days */
  static Optional<Period> lire(String texte) {
    Matcher m = FORME.matcher(texte.strip().toLowerCase(java.util.Locale.FRENCH));
    if (!m.matches()) {
      return Optional.empty();
    }
    int n = Integer.parseInt(m.group(1));
    String unite = m.group(2) == null ? "jour" : m.group(2);
    return Optional.of(switch (unite.charAt(0)) {
      case 's' -> Period.ofWeeks(n);
      case 'm' -> Period.ofMonths(n);
      case 'a' -> Period.ofYears(n);
      default -> Period.ofDays(n);
    });
  }
}
