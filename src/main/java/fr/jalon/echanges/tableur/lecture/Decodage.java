package fr.jalon.echanges.tableur.lecture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The letters of a text file.
 *
 * @param nom   how it was read, as shown
 * @param texte without its byte order mark
 */
record Decodage(String nom, String texte) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int TETE = 2000;
  /** JSON, or a page. */
  private static final Pattern MACHINE = Pattern.compile("[\\[{]\\s*[\"\\[{\\]}]|<[!?a-zA-Z]");

  static Decodage de(byte[] o) {
    if (o.length >= 3 && (o[0] & 0xff) == 0xef && (o[1] & 0xff) == 0xbb && (o[2] & 0xff) == 0xbf) {
      return new Decodage("UTF-8", new String(o, 3, o.length - 3, StandardCharsets.UTF_8));
    }
    Charset seize = seizeBits(o);
    if (seize != null) {
      String texte = new String(o, seize);
      return new Decodage("UTF-16", texte.startsWith("\ufeff") ? texte.substring(1) : texte);
    }
    try {
      return new Decodage("UTF-8", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(o)).toString());
    } catch (CharacterCodingException e) {
      return new Decodage("windows-1252", new String(o, WINDOWS_1252));
    }
  }

  /** Two bytes a letter, told by its mark, or by the zeros that most letters have on the same side; {@code null} when it is not so. */
  private static Charset seizeBits(byte[] o) {
    if (o.length >= 2 && (o[0] & 0xff) == 0xff && (o[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (o.length >= 2 && (o[0] & 0xff) == 0xfe && (o[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    int n = Math.min(TETE, o.length);
    for (int i = 0; i < n; i++) {
      zeros[i & 1] += o[i] == 0 ? 1 : 0;
    }
    return zeros[1] > n / 4 && zeros[0] == 0 ? StandardCharsets.UTF_16LE : zeros[0] > n / 4 && zeros[1] == 0 ? StandardCharsets.UTF_16BE : null;
  }

  /**
   * True when its beginning may be that of rows as people write them: not an image, a program, nor a text made for machines (JSON, a page). A
   * letter or two that nobody types is not enough to refuse a file.
   */
  boolean tableau() {
    String debut = texte.substring(0, Math.min(TETE, texte.length())).stripLeading();
    if (debut.startsWith("%PDF") || MACHINE.matcher(debut).lookingAt()) {
      return false;
    }
    long etranges = debut.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == 0x7f || c == 0xfffd).count();
    return etranges <= Math.max(4, debut.length() / 50);
  }
}
