package fr.jalon.courriers.domaine;

import fr.jalon.socle.Coordonnees;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/**
 * A text as phones send it: in GSM-7 (160 characters alone, 153 in each part) when every character is in that alphabet, else in UCS-2
 * (70 alone, 67 in each part). GSM 03.38.
 *
 * @param texte      the text as it leaves
 * @param caracteres its length in the alphabet used; an extended character counts for two
 * @param nombre     number of SMS paid
 * @param gsm7       true when the short alphabet holds it
 */
public record Sms(String texte, int caracteres, int nombre, boolean gsm7) {
  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String ETENDUS = "^{}\\[~]|€";
  private static final Map<Character, String> PROCHES = Map.ofEntries(Map.entry('’', "'"), Map.entry('‘', "'"),
      Map.entry('“', "\""), Map.entry('”', "\""),
      Map.entry('«', "\""), Map.entry('»', "\""), Map.entry('–', "-"), Map.entry('—', "-"), Map.entry('…', "..."),
      Map.entry('œ', "oe"), Map.entry('Œ', "OE"),
      Map.entry('\u00a0', " "), Map.entry('\u202f', " "), Map.entry('°', "o"), Map.entry('\t', " "));

  /** The text, with near letters for those that would cost more SMS; left as it is when they cost none. */
  public static Sms de(String texte) {
    Sms brut = compter(texte);
    if (brut.gsm7()) {
      return brut;
    }
    Sms proche = compter(translitterer(texte));
    return proche.nombre() < brut.nombre() ? proche : brut;
  }

  /**
   * A French mobile number, metropolitan or overseas, with its country: {@code +33612345678}, {@code +262692123456}.
   *
   * @return empty for anything else: no SMS leaves for a landline or abroad
   */
  public static Optional<String> mobile(String numero) {
    if (numero == null || !numero.strip().matches("[+0][^\n]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Coordonnees.telephone(numero)).filter(Coordonnees::mobile);
    } catch (IllegalArgumentException illisible) {
      return Optional.empty();
    }
  }

  private static Sms compter(String texte) {
    int longueur = 0;
    boolean gsm = true;
    for (int i = 0; i < texte.length() && gsm; i++) {
      char c = texte.charAt(i);
      gsm = GSM.indexOf(c) >= 0 || ETENDUS.indexOf(c) >= 0;
      longueur += ETENDUS.indexOf(c) >= 0 ? 2 : 1;
    }
    int caracteres = gsm ? longueur : texte.length();
    int seul = gsm ? 160 : 70;
    int partie = gsm ? 153 : 67;
    return new Sms(texte, caracteres, caracteres <= seul ? 1 : (caracteres + partie - 1) / partie, gsm);
  }

  private static String translitterer(String texte) {
    StringBuilder proche = new StringBuilder();
    for (int i = 0; i < texte.length(); i++) {
      char c = texte.charAt(i);
      if (GSM.indexOf(c) >= 0 || ETENDUS.indexOf(c) >= 0) {
        proche.append(c);
      } else {
        proche.append(PROCHES.getOrDefault(c, Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).replaceAll("\\p{M}", "")));
      }
    }
    return proche.toString();
  }
}
