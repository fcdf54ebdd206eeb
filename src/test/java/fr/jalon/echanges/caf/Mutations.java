package fr.jalon.echanges.caf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damages the bytes of a file as transmissions, editors and mistakes do. The same seed always makes the same damage. */
public final class Mutations {
  private static final String[] VALEURS = {"", " ", "0", "-1", "999999999999999999", "2025-02-30", "0000-00-00", "&amp;", "&lt;b&gt;",
      "<![CDATA[x]]>", "<!-- -->", "&#0;", "&#xD800;",
      "&#xFFFE;", "&inconnue;", "é", "\t", "'; drop table", "\\N", "\\", "\u0085", "null", "NaN", "1e9", "<NOM>X</NOM>", "</Personne>",
      "<a xmlns:x=''/>", "]]>"};

  private Mutations() {}

  /** What an attacker does: a piece repeated thousands of times at some place. */
  public static byte[] gonfler(byte[] original, long graine) {
    Random hasard = new Random(graine);
    int a = hasard.nextInt(original.length);
    String[] pieces = {"<A>", "<!---->", "x", "<A b='c'/>", " a='b'", "<![CDATA[x]]>", "<?a b?>", "<Personne>", "&amp;", "<NIR/>", "\"", ";",
        "<c r='ZZZZZZ9'><v>1</v></c>", "\n"};
    byte[] bloc = pieces[hasard.nextInt(pieces.length)].repeat(1000 * (1 + hasard.nextInt(30))).getBytes(StandardCharsets.ISO_8859_1);
    return remplacer(original, a, a, bloc);
  }

  /** Some damage. */
  public static byte[] muter(byte[] original, long graine) {
    Random hasard = new Random(graine);
    byte[] octets = original;
    for (int i = 1 + hasard.nextInt(3); i > 0 && octets.length > 0; i--) {
      octets = une(octets, hasard);
    }
    return octets;
  }

  private static byte[] une(byte[] o, Random hasard) {
    int a = hasard.nextInt(o.length);
    int n = Math.min(o.length - a, 1 + hasard.nextInt(60));
    return switch (hasard.nextInt(8)) {
      case 0 -> bit(o, a, hasard.nextInt(8));
      case 1 -> Arrays.copyOf(o, a);
      case 2 -> remplacer(o, a, a + n, new byte[0]);
      case 3 -> remplacer(o, a, a, Arrays.copyOfRange(o, a, a + n));
      case 4 -> {
        byte[] bruit = new byte[n];
        hasard.nextBytes(bruit);
        yield remplacer(o, a, a, bruit);
      }
      case 5 -> remplacer(o, a, Math.min(o.length, a + 1), new byte[] {(byte) hasard.nextInt(128)});
      default -> texte(o, a, VALEURS[hasard.nextInt(VALEURS.length)]);
    };
  }

  private static byte[] bit(byte[] o, int place, int bit) {
    byte[] m = o.clone();
    m[place] ^= (byte) (1 << bit);
    return m;
  }

  /** Another text in the tag that follows a place. */
  private static byte[] texte(byte[] o, int place, String valeur) {
    int debut = place;
    while (debut < o.length && o[debut] != '>') {
      debut++;
    }
    int fin = debut;
    while (fin < o.length && o[fin] != '<') {
      fin++;
    }
    return debut + 1 > fin ? o : remplacer(o, debut + 1, fin, valeur.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] remplacer(byte[] o, int de, int a, byte[] par) {
    byte[] m = new byte[o.length - (a - de) + par.length];
    System.arraycopy(o, 0, m, 0, de);
    System.arraycopy(par, 0, m, de, par.length);
    System.arraycopy(o, a, m, de + par.length, o.length - a);
    return m;
  }
}
