package fr.jalon.ecran;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values are written on screen: dates, amounts, ages, plurals. An absent value is an empty text. */
public final class Francais {
  private static final DateTimeFormatter COURTE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter LONGUE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
  private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
  private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm");
  /** Words that begin no name: articles inside a place, and kinds of ways after a number. */
  private static final Pattern PETITS_MOTS = Pattern.compile("(?<=[ -])(?:De|Du|Des|La|Le|Les|Sur|Sous|En|Et|Aux?)(?=[ -])|(?<=[ '-])[DL](?=')"
      + "|(?<=\\d )(?:Bis |Ter )?(?:Rue|Avenue|Chemin|Place|Route|Impasse|Allée|Allee|Boulevard|Cours|Quai|Montée|Montee|Square|Lotissement)(?= )");
  /** {@code [Née|Né|Naissance]}: what is said of a woman, of a man, of somebody whose gender nobody told. */
  private static final Pattern ACCORD = Pattern.compile("\\[([^\\[\\]|]*)\\|([^\\[\\]|]*)\\|([^\\[\\]|]*)]");
  private static final int FEMME = 2;
  private static final int HOMME = 1;
  private static final char FINE = '\u202f';

  private Francais() {}

  /** {@code 08/09/2025}. */
  public static String date(LocalDate jour) {
    return jour == null ? "" : COURTE.format(jour);
  }

  /** {@code 8 septembre 2025}, {@code 1er septembre 2025}. */
  public static String longue(LocalDate jour) {
    if (jour == null) {
      return "";
    }
    String texte = LONGUE.format(jour);
    return jour.getDayOfMonth() == 1 ? "1er" + texte.substring(1) : texte;
  }

  /** {@code septembre 2025}. */
  public static String mois(LocalDate jour) {
    return jour == null ? "" : MOIS.format(YearMonth.from(jour));
  }

  /** {@code 08/09/2025 à 14:05}, at the hour of the Département. */
  public static String instant(OffsetDateTime instant) {
    return instant == null ? "" : INSTANT.format(instant.atZoneSameInstant(ZoneId.systemDefault()));
  }

  /** {@code 1 234,56 €}. */
  public static String euros(BigDecimal montant) {
    return montant == null ? "" : String.format(Locale.FRENCH, "%,.2f", montant).replace('\u00a0', FINE) + "\u00a0€";
  }

  /** {@code 6 313}. */
  public static String nombre(long valeur) {
    return String.format(Locale.FRENCH, "%,d", valeur).replace('\u00a0', FINE);
  }

  /** {@code 1 personne}, {@code 6 313 personnes}: number and noun, singular below two. */
  public static String compte(long valeur, String singulier, String pluriel) {
    return nombre(valeur) + "\u00a0" + (valeur < 2 ? singulier : pluriel);
  }

  /**
   * A sentence about a person, which agrees with her gender: the one place that does it. {@code [Née|Né|Naissance] le 3 mai} is « Née le 3 mai »
   * of a woman, « Né le 3 mai » of a man, « Naissance le 3 mai » of who is not known.
   *
   * @param phrase what differs between brackets: feminine, masculine, without gender
   * @param sexe   1 a man, 2 a woman, as the files say it; anything else, {@code null} included, is not known
   */
  public static String accorde(String phrase, Number sexe) {
    int rang = sexe != null && sexe.intValue() == FEMME ? 1 : sexe != null && sexe.intValue() == HOMME ? 2 : 3;
    return ACCORD.matcher(phrase).replaceAll(m -> Matcher.quoteReplacement(m.group(rang)));
  }

  /** A name of commune or of person that a file writes in capitals: {@code SAINT-PERAY} becomes {@code Saint-Peray}. */
  public static String nom(String nom) {
    if (nom == null) {
      return "";
    }
    StringBuilder texte = new StringBuilder(nom.length());
    boolean debut = true;
    for (int i = 0; i < nom.length(); i++) {
      char c = nom.charAt(i);
      texte.append(debut ? Character.toUpperCase(c) : Character.toLowerCase(c));
      debut = !Character.isLetterOrDigit(c);
    }
    return texte.toString();
  }

  /** A person as lists and pages name her: {@code LE GOFF Anne-Marie}; her name alone when the first is not known. */
  public static String personne(String nom, String prenom) {
    return ((nom == null ? "" : nom) + " " + nom(prenom)).strip();
  }

  /**
   * A place or an address in capitals: {@code 12 RUE DES TILLEULS} becomes {@code 12 rue des Tilleuls}, {@code VALS-LES-BAINS}
   * {@code Vals-les-Bains}.
   */
  public static String lieu(String texte) {
    Matcher mots = PETITS_MOTS.matcher(nom(texte));
    return mots.replaceAll(m -> m.group().toLowerCase(Locale.FRENCH));
  }

  /** A town after « à », its article contracted: {@code à Privas}, {@code au Cheylard}, {@code aux Vans}, {@code à La Voulte-sur-Rhône}. */
  public static String a(String commune) {
    String nom = lieu(commune);
    return nom.startsWith("Le ") ? "au " + nom.substring("Le ".length()) : nom.startsWith("Les ") ? "aux "
        + nom.substring("Les ".length()) : "à " + nom;
  }

  /** {@code 48 ans} at the day given. */
  public static String age(LocalDate naissance, LocalDate jour) {
    if (naissance == null || naissance.isAfter(jour)) {
      return "";
    }
    Period age = Period.between(naissance, jour);
    if (age.getYears() >= 2) {
      return age.getYears() + " ans";
    }
    long mois = age.toTotalMonths();
    return mois == 0 ? "moins d'un mois" : mois + " mois";
  }
}
