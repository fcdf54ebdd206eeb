package fr.jalon.echanges.caf.flux;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding a file says it is written in; UTF-8 when it says nothing. */
record Encodage(String nom) {
  private static final Pattern ANNONCE = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private static final byte[] LATIN1 = "ISO-8859-1".getBytes(StandardCharsets.US_ASCII);
  /** What windows-1252 writes from 0x80 to 0x9f. */
  private static final String TRENTE_DEUX = trenteDeux();

  private static String trenteDeux() {
    byte[] octets = new byte[32];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (0x80 + i);
    }
    return new String(octets, Charset.forName("windows-1252"));
  }

  /** @param debut first characters of the file, without byte order mark */
  static Encodage annonce(String debut) {
    Matcher m = ANNONCE.matcher(debut);
    return new Encodage(m.find() ? m.group(1) : "UTF-8");
  }

  /** windows-1252 only differs from ISO-8859-1 on 32 characters: it is read as the latter, far faster, and put right in each text. */
  boolean windows1252() {
    return "windows-1252".equalsIgnoreCase(nom) || "cp1252".equalsIgnoreCase(nom);
  }

  /**
   * The first bytes of the file with ISO-8859-1 announced in their place: the parser believes the announce before whoever calls it, and reads
   * windows-1252 character by character. The length does not change; when the announce is shorter, or does not begin the file, nothing does.
   */
  byte[] enLatin1(byte[] tete) {
    Matcher m = ANNONCE.matcher(new String(tete, StandardCharsets.ISO_8859_1));
    if (!windows1252() || !m.find() || m.end(1) - m.start(1) < LATIN1.length) {
      return tete;
    }
    byte[] autre = tete.clone();
    byte guillemet = tete[m.end(1)];
    Arrays.fill(autre, m.start(1), m.end(1) + 1, (byte) ' ');
    System.arraycopy(LATIN1, 0, autre, m.start(1), LATIN1.length);
    autre[m.start(1) + LATIN1.length] = guillemet;
    return autre;
  }

  /** A text read as ISO-8859-1 with the 32 characters it should have; the others, written as references perhaps, stay as they are. */
  String corriger(String texte) {
    if (!windows1252()) {
      return texte;
    }
    for (int i = 0; i < texte.length(); i++) {
      if (differe(texte.charAt(i))) {
        StringBuilder corrige = new StringBuilder(texte);
        for (int j = i; j < texte.length(); j++) {
          char c = texte.charAt(j);
          corrige.setCharAt(j, differe(c) ? TRENTE_DEUX.charAt(c - 0x80) : c);
        }
        return corrige.toString();
      }
    }
    return texte;
  }

  private static boolean differe(char c) {
    return c >= 0x80 && c <= 0x9f;
  }

  boolean connu() {
    try {
      return Charset.isSupported(nom);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
