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
    String decompose = ascii(texte) ? texte : Normalizer.normalize(texte.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae")
        .replace("Æ", "AE"), Normalizer.Form.NFD);
    boolean espace = false;
    for (int i = 0; i < decompose.length(); i++) {
      char c = decompose.charAt(i);
      // an apostrophe may be written as a letter: ʼ, ʻ
      if (Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER) {
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

  /** The words of a text, normalised; none for {@code null}. */
  public static String[] mots(String texte) {
    String cle = de(texte);
    return cle.isEmpty() ? new String[0] : cle.split(" ");
  }

  /**
   * What a person is searched by: name, first name and name at birth, then each of those that has several words again in one word. So n'diaye,
   * ndiaye and n diaye find the same persons.
   *
   * @param nomNaissance name at birth, or {@code null}
   */
  public static String dUnePersonne(String nom, String prenom, String nomNaissance) {
    String enUsage = de(nom);
    String naissance = de(nomNaissance);
    StringBuilder cle = new StringBuilder(enUsage).append(' ').append(de(prenom));
    if (!naissance.isEmpty() && !naissance.equals(enUsage)) {
      cle.append(' ').append(naissance);
    } else {
      naissance = "";
    }
    for (String morceau : new String[] {enUsage, de(prenom), naissance}) {
      if (morceau.indexOf(' ') >= 0) {
        cle.append(' ').append(morceau.replace(" ", ""));
      }
    }
    return cle.toString();
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
