package fr.jalon.socle;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A telephone number and an e-mail address as people write them, made one. A number of ten figures is dialled alike from every Département, but
 * overseas numbers have a country of their own: 0692 12 34 56 is {@code +262692123456}. Which is which is known by libphonenumber (decision 21).
 */
public final class Coordonnees {
  private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
  /** Country codes of the French numbering plan: the metropolis, La Réunion and Mayotte, Guadeloupe, Guyane, Martinique. */
  private static final List<Integer> INDICATIFS = List.of("FR", "RE", "GP", "GF", "MQ").stream().map(PLANS::getCountryCodeForRegion).toList();
  private static final int METROPOLE = INDICATIFS.getFirst();
  /** Kept for fiction (ARCEP, decision 2018-0881): allotted to nobody, so unknown to numbering plans, and beside those of Mayotte. */
  private static final String FICTION = "63998";
  private static final int NATIONAL = 9;
  private static final Map<String, List<Integer>> SERIES = new ConcurrentHashMap<>();
  private static final String SEPARES = "[/;,|\\n]| ou | et ";
  private static final String ADRESSES_SEPAREES = "[;,|\\n]| ou | et | / ";
  private static final Pattern COURRIEL = Pattern.compile("(?=.{6,254}$)[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*(?<=^.{1,64})@"
      + "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,24}|xn--[a-z0-9-]{1,59})");
  private static final Pattern ENTRE_CHEVRONS = Pattern.compile("[^<>]*<([^<>]*)>[\\s.,;]*");

  private Coordonnees() {}

  /**
   * A number with its country, {@code +33612345678}; the zero or the plus a spreadsheet drops is put back; of several numbers, the first mobile,
   * else the first.
   *
   * @throws IllegalArgumentException with a French sentence
   */
  public static String telephone(String valeur) {
    String premier = numero(valeur);
    if (premier == null) {
      for (String un : valeur.split(SEPARES)) {
        String lu = numero(un);
        premier = lu != null && (premier == null || mobile(lu) && !mobile(premier)) ? lu : premier;
      }
    }
    if (premier == null) {
      throw new IllegalArgumentException("« " + valeur
          + " » n'est pas un numéro de téléphone : dix chiffres (06 12 34 56 78), ou + et l'indicatif de son pays.");
    }
    return premier;
  }

  /**
   * As it is dialled: {@code 06 12 34 56 78} for a French number of any Département, {@code +32 470 12 34 56} for one from abroad; what is no number
   * stays as it is.
   */
  public static String lisible(String telephone) {
    PhoneNumber lu = telephone == null ? null : lire(telephone);
    return lu == null ? telephone : indicatifFrancais(lu) ? PLANS.format(lu, PhoneNumberFormat.NATIONAL)
        : PLANS.format(lu, PhoneNumberFormat.INTERNATIONAL);
  }

  /**
   * One number and nothing beside it: whoever types it is asked which, where {@link #telephone} chooses.
   *
   * @throws IllegalArgumentException with a French sentence
   */
  public static String unTelephone(String valeur) {
    String lu = numero(valeur);
    if (lu == null && Arrays.stream(valeur.split(SEPARES)).map(Coordonnees::numero).anyMatch(Objects::nonNull)) {
      throw new IllegalArgumentException("La fiche garde un seul numéro, sans rien à côté : laissez celui qui reçoit les rappels.");
    }
    return lu == null ? telephone(valeur) : lu;
  }

  private static String numero(String texte) {
    String net = texte.replaceAll("[\\s./\\-()\\u00a0\\u202f]", "").replaceFirst("^00", "+");
    if (net.matches("0?[1-9]\\d{8}")) {
      return francais(Long.parseLong(net));
    }
    // the plus that a spreadsheet drops
    return net.matches("\\+\\d+") ? international(net) : net.matches("\\d{11,12}")
        && indicatifFrancais(lire("+" + net)) ? international("+" + net) : null;
  }

  /** The country typed is kept where the number exists there; a French one gives way to that of the number. */
  private static String international(String net) {
    PhoneNumber lu = lire(net);
    if (indicatifFrancais(lu) && !PLANS.isValidNumber(lu)) {
      return francais(lu.getNationalNumber());
    }
    return lu != null && PLANS.isPossibleNumber(lu) ? PLANS.format(lu, PhoneNumberFormat.E164) : null;
  }

  private static PhoneNumber lire(String international) {
    try {
      return PLANS.parse(international, null);
    } catch (NumberParseException _) {
      return null;
    }
  }

  private static boolean indicatifFrancais(PhoneNumber numero) {
    return numero != null && INDICATIFS.contains(numero.getCountryCode());
  }

  /** @param national its nine figures, whatever country was written before them */
  private static String francais(long national) {
    String chiffres = String.valueOf(national);
    return chiffres.length() == NATIONAL ? "+" + indicatif(chiffres) + chiffres : null;
  }

  /**
   * Blocks are allotted every month and plans are known late: a number they do not know is of the country where most of its neighbours are, by
   * its first three figures. So is one that two countries know: a few blocks of 0694 are said of Guadeloupe as well as of Guyane.
   */
  private static int indicatif(String national) {
    if (national.startsWith(FICTION)) {
      return METROPOLE;
    }
    List<Integer> possibles = SERIES.computeIfAbsent(national.substring(0, 3), Coordonnees::indicatifsDeLaSerie);
    return possibles.stream().filter(i -> PLANS.isValidNumber(numero(i, national))).findFirst().orElseGet(possibles::getFirst);
  }

  /** Those with most numbers first; the metropolis first when they have none. */
  private static List<Integer> indicatifsDeLaSerie(String serie) {
    Map<Integer, Long> nombre = INDICATIFS.stream().collect(Collectors.toMap(i -> i, i -> IntStream.range(0, 100)
        .filter(n -> PLANS.isValidNumber(numero(i, "%s%02d0000".formatted(serie, n)))).count()));
    return INDICATIFS.stream().sorted(Comparator.comparing(nombre::get).reversed()).toList();
  }

  private static PhoneNumber numero(int indicatif, String national) {
    return new PhoneNumber().setCountryCode(indicatif).setNationalNumber(Long.parseLong(national));
  }

  /** True for a number that receives SMS, here or overseas, written as {@link #telephone} does: those in 06 and 07 (ARCEP, decision 2018-0881). */
  public static boolean mobile(String telephone) {
    return premierChiffre(telephone).filter("67"::contains).isPresent();
  }

  /** True for a landline, here or overseas, written as {@link #telephone} does: it never takes the place of a mobile. */
  public static boolean fixe(String telephone) {
    return premierChiffre(telephone).filter(c -> !"67".contains(c)).isPresent();
  }

  /** Of the nine national figures; empty for a number from abroad. */
  private static Optional<String> premierChiffre(String telephone) {
    return Optional.ofNullable(telephone == null ? null : lire(telephone)).filter(Coordonnees::indicatifFrancais)
        .map(n -> String.valueOf(n.getNationalNumber()))
        .filter(n -> n.length() == NATIONAL).map(n -> n.substring(0, 1));
  }

  /**
   * One address and no other beside it, where {@link #courriel} takes the first.
   *
   * @throws IllegalArgumentException with a French sentence
   */
  public static String unCourriel(String valeur) {
    if (Arrays.stream(valeur.split(ADRESSES_SEPAREES)).filter(a -> a.contains("@")).count() > 1) {
      throw new IllegalArgumentException("La fiche garde une seule adresse : laissez celle que la personne lit.");
    }
    return courriel(valeur);
  }

  /**
   * An address that can receive, in small letters; brackets, {@code mailto:} and the full stop of a sentence around it are left out; of several
   * addresses, the first.
   *
   * @throws IllegalArgumentException with a French sentence
   */
  public static String courriel(String valeur) {
    Matcher chevrons = ENTRE_CHEVRONS.matcher(valeur);
    for (String une : (chevrons.matches() ? chevrons.group(1) : valeur).split(ADRESSES_SEPAREES)) {
      String nette = une.toLowerCase(Locale.ROOT).strip().replaceFirst("^[\\s\\u00a0\\u200b\\ufeff\"'(<\\[]+", "").replaceFirst("^mailto:", "")
          .replaceFirst("[\\s\\u00a0\\u200b\\ufeff\"'.:)>\\]]+$", "");
      if (COURRIEL.matcher(nette).matches()) {
        return nette;
      }
    }
    throw new IllegalArgumentException("« " + valeur + " » n'est pas une adresse électronique.");
  }
}
