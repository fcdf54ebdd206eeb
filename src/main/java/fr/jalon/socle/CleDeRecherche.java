package fr.jalon.socle;

import java.text.Normalizer;
import java.util.Locale;

/** The form under which names are compared and searched: lower case, no accent, one space between words, no hyphen or apostrophe. */
public final class CleDeRecherche {
  private CleDeRecherche() {}

  /** @return the normalised form; empty for {@code null} */
  public static String de(String texte) {
    if (texte == null) {
      return "";
    }
    StringBuilder net = new StringBuilder(texte.length());
    String decompose = ascii(texte) ? texte : Normalizer.normalize(texte.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE"), Normalizer.Form.NFD);
    boolean espace = false;
    for (int i = 0; i < decompose.length(); i++) {
      char c = decompose.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        if (espace && !net.isEmpty()) {
          net.append(' ');
        }
        espace = false;
        net.append(Character.toLowerCase(c));
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        espace = true;
      }
    }
    return net.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean ascii(String texte) {
    for (int i = 0; i < texte.length(); i++) {
      if (texte.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
