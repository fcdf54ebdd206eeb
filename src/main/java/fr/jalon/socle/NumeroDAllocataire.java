package fr.jalon.socle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The number of a file at its payer. The CAF gives seven digits to everybody, followed by eight zeros in its files (205599 is 0205599, written
 * {@code 020559900000000}); it is kept as the file gives it, without the zeros it starts with. At the MSA it is often the social security number
 * of the claimant, followed by two digits: it is then kept as a NIR is, encrypted. It is sealed as soon as it is read, so that nothing after
 * (tables, rejects, pages, exports) ever holds it in clear; the same number always gives the same seal, which serves to match and to search.
 */
public final class NumeroDAllocataire {
  private static final String SCEAU = "NIR:";
  private static final Pattern FORME = Pattern.compile("([123478]\\d{4}(\\d{2}|2[AB])\\d{6})\\d{0,2}");
  /** A commune and an order number are never all zeros: the seven digits that a CAF pads with zeros are not a NIR. */
  private static final Pattern PLAUSIBLE = Pattern.compile("[123478]\\d{4}(\\d{2}|2[AB])(?!000)\\d{3}(?!000)\\d{3}\\d{0,2}");
  private static final int CHIFFRES = 7;
  private static final String SUITE = "00000000";
  private static final String MASQUE = "masqué (c'est un numéro de sécurité sociale)";

  private NumeroDAllocataire() {}

  /**
   * The number as it is kept.
   *
   * @param numero    as read, without leading zeros
   * @param organisme {@code MSA}, {@code CAF}, or {@code null} when it is not known
   * @param nirs      NIR of the persons of the dossier, as read; asked for only when the number could be one
   */
  public static String garder(String numero, String organisme, Supplier<? extends Collection<String>> nirs, Chiffrement chiffrement) {
    return estUnNir(numero, organisme, nirs) ? sceller(numero, chiffrement) : numero;
  }

  private static boolean estUnNir(String numero, String organisme, Supplier<? extends Collection<String>> nirs) {
    // nearly every number is the CAF's: seven digits, then eight zeros
    if (numero == null || numero.length() < 13 || !"MSA".equals(organisme) && numero.endsWith(SUITE) || !FORME.matcher(numero).matches()) {
      return false;
    }
    if ("MSA".equals(organisme) || PLAUSIBLE.matcher(numero).matches()) {
      return true;
    }
    for (String nir : nirs.get()) {
      if (nir != null && nir.length() >= 13 && numero.startsWith(nir.substring(0, 13))) {
        return true;
      }
    }
    return false;
  }

  private static String sceller(String numero, Chiffrement chiffrement) {
    return SCEAU + Base64.getUrlEncoder().withoutPadding().encodeToString(chiffrement.sceller(numero.getBytes(StandardCharsets.US_ASCII)));
  }

  /** True when what is kept is a sealed NIR. */
  public static boolean scelle(String garde) {
    return garde != null && garde.startsWith(SCEAU);
  }

  /** What a screen shows: seven digits, as people know it; never a NIR; what is neither stays as it is. @param garde as kept, or {@code null} */
  public static String montrer(String garde) {
    return scelle(garde) ? MASQUE : court(garde);
  }

  /** What leaves in an export or beside a name: {@code null} for a sealed NIR. */
  public static String exporter(String garde) {
    return scelle(garde) ? null : court(garde);
  }

  /**
   * The seals under which a number that was typed may be kept: whole, or with what the MSA adds to a NIR.
   *
   * @param saisi digits as typed, 13 to 15; anything else gives nothing
   */
  public static List<String> sceaux(String saisi, Chiffrement chiffrement) {
    var forme = FORME.matcher(saisi);
    if (!forme.matches()) {
      return List.of();
    }
    Set<String> possibles = new LinkedHashSet<>(List.of(saisi, forme.group(1), forme.group(1) + "00",
        forme.group(1) + new Nir(forme.group(1)).cle()));
    return possibles.stream().map(n -> sceller(n, chiffrement)).toList();
  }

  /** The ways a number typed may be kept: with or without the zeros it starts with, on seven or fifteen digits. */
  public static List<String> formes(String tape) {
    String net = sansZeros(tape);
    Set<String> formes = new LinkedHashSet<>(List.of(net));
    if (net.matches("\\d{1,15}")) {
      String court = court(net);
      formes.add(sansZeros(court));
      if (court.length() == CHIFFRES) {
        formes.add(sansZeros(court + SUITE));
      }
    }
    return List.copyOf(formes);
  }

  private static String sansZeros(String numero) {
    return numero.replaceFirst("^0+(?=.)", "");
  }

  private static String avecZeros(String numero, int longueur) {
    return "0".repeat(longueur - numero.length()) + numero;
  }

  private static String court(String garde) {
    if (garde == null || !garde.matches("\\d{1,15}")) {
      return garde;
    }
    if (garde.length() <= CHIFFRES) {
      return avecZeros(garde, CHIFFRES);
    }
    String long15 = avecZeros(garde, CHIFFRES + SUITE.length());
    return long15.endsWith(SUITE) ? long15.substring(0, CHIFFRES) : garde;
  }
}
