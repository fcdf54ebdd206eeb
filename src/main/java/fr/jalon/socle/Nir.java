package fr.jalon.socle;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A French social security number (NIR), 13 characters without its key.
 * A number that starts with 3, 4, 7 or 8 is provisional (registration in progress): it identifies a person only until the definitive
 * one is known. Never printed whole: {@link #toString()} masks it.
 *
 * @param valeur 13 characters: digits, with 2A or 2B allowed for Corsica
 */
public record Nir(String valeur) {
  /** What stands for a number in a text where it must not be read. */
  public static final String MASQUE = "(numéro masqué)";
  private static final Pattern FORME = Pattern.compile("[123478]\\d{4}(\\d{2}|2[AB])\\d{6}");

  /** Wherever it stands, even with spaces as on a card. */
  private static final Pattern DANS_UN_TEXTE =
      Pattern.compile("(?<![\\dA-Za-z])[123478] ?\\d{2} ?\\d{2} ?(\\d{2}|2[ABab]) ?\\d{3} ?\\d{3}( ?\\d{2})?(?![\\dA-Za-z])");

  /** @throws IllegalArgumentException when the form is wrong; the message never holds the value */
  public Nir {
    if (valeur == null || !FORME.matcher(valeur).matches()) {
      throw new IllegalArgumentException("NIR mal formé");
    }
  }

  /**
   * Reads what a file holds: 13 characters, or 15 with the key, spaces allowed.
   *
   * @return empty when there is no number (blank or only zeros)
   * @throws IllegalArgumentException when the form or the key is wrong
   */
  public static Optional<Nir> lire(String texte) {
    if (texte == null) {
      return Optional.empty();
    }
    String net = texte.strip().replace(" ", "").toUpperCase(java.util.Locale.ROOT);
    if (net.isEmpty() || net.chars().allMatch(c -> c == '0')) {
      return Optional.empty();
    }
    if (net.length() == 13) {
      return Optional.of(new Nir(net));
    }
    if (net.length() != 15) {
      throw new IllegalArgumentException("NIR mal formé");
    }
    Nir nir = new Nir(net.substring(0, 13));
    if (!net.substring(13).equals(nir.cle())) {
      throw new IllegalArgumentException("La clé du NIR est fausse");
    }
    return Optional.of(nir);
  }

  /** A text in which every number that has the form of a NIR, with or without its key, is masked. */
  public static String masquer(String texte) {
    return texte == null ? null : DANS_UN_TEXTE.matcher(texte).replaceAll(MASQUE);
  }

  /** The two-digit control key: 97 minus the number modulo 97; 2A counts as 19 and 2B as 18. */
  public String cle() {
    String chiffres = valeur.replace("2A", "19").replace("2B", "18");
    return "%02d".formatted(97 - Long.parseLong(chiffres) % 97);
  }

  /** True for a number given while registration is in progress. */
  public boolean provisoire() {
    return "3478".indexOf(valeur.charAt(0)) >= 0;
  }

  /** Masked: only the first digit is kept. */
  @Override
  public String toString() {
    return valeur.charAt(0) + " •• •• •• ••• •••";
  }
}
