package fr.jalon.engagement.domaine;

import fr.jalon.socle.RefusMetier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours as people type them: {@code 3}, {@code 1,5}, {@code 1h30}, {@code 1:30}, {@code 45 min}. */
public final class DureeSaisie {
  private static final Pattern DECIMALE = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?\\s*(?:h|heures?)?");
  private static final Pattern HEURES_ET_MINUTES = Pattern.compile("(\\d{1,3})\\s*[h:]\\s*([0-5]\\d)");
  private static final Pattern MINUTES = Pattern.compile("(\\d{1,4})\\s*(?:mn|min|minutes?)");
  private static final BigDecimal SOIXANTE = BigDecimal.valueOf(60);

  private DureeSaisie() {}

  /**
   * In minutes, 0 for nothing typed.
   *
   * @throws RefusMetier when it is below zero, or cannot be read
   */
  public static int lire(String texte) {
    String t = texte == null ? "" : texte.replace('\u00a0', ' ').strip().toLowerCase(java.util.Locale.FRENCH);
    if (t.isEmpty()) {
      return 0;
    }
    if (t.matches("-\\s*\\d.*")) {
      throw new RefusMetier("HEURES_NEGATIVES", "Des heures ne se comptent pas en dessous de zéro : pour en retirer, videz la case.");
    }
    Matcher m = HEURES_ET_MINUTES.matcher(t);
    if (m.matches()) {
      return Integer.parseInt(m.group(1)) * SOIXANTE.intValue() + Integer.parseInt(m.group(2));
    }
    m = MINUTES.matcher(t);
    if (m.matches()) {
      return Integer.parseInt(m.group(1));
    }
    m = DECIMALE.matcher(t);
    if (m.matches()) {
      return new BigDecimal(m.group(1) + (m.group(2) == null ? "" : "." + m.group(2))).multiply(SOIXANTE).setScale(0, RoundingMode.HALF_UP)
          .intValueExact();
    }
    throw new RefusMetier("HEURES_ILLISIBLES", "Ces heures ne peuvent pas être lues : écrivez par exemple 3, 1,5 ou 1h30.");
  }

  /** As shown, and as read again: {@code 1h30}, {@code 3}, empty for none. */
  public static String ecrire(int minutes) {
    int reste = minutes % SOIXANTE.intValue();
    return minutes == 0 ? "" : minutes / SOIXANTE.intValue() + (reste == 0 ? "" : "h%02d".formatted(reste));
  }

  /** In a sentence: {@code 1 h 30}, {@code 45 min}, {@code 0 h}. */
  public static String enClair(int minutes) {
    int heures = minutes / SOIXANTE.intValue();
    int reste = minutes % SOIXANTE.intValue();
    if (heures == 0 && reste > 0) {
      return reste + "\u00a0min";
    }
    return heures + "\u00a0h" + (reste == 0 ? "" : "\u00a0%02d".formatted(reste));
  }
}
