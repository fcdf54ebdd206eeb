package fr.jalon.echanges.caf.flux;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding a file says it is written in; UTF-8 when it says nothing. */
record Encodage(String nom) {
  private static final Pattern ANNONCE = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

  /** @param debut first characters of the file, without byte order mark */
  static Encodage annonce(String debut) {
    Matcher m = ANNONCE.matcher(debut);
    return new Encodage(m.find() ? m.group(1) : "UTF-8");
  }

  /** windows-1252 only differs from ISO-8859-1 on 32 characters: it is read as the latter, far faster, and put right in each text. */
  boolean windows1252() {
    return "windows-1252".equalsIgnoreCase(nom) || "cp1252".equalsIgnoreCase(nom);
  }

  boolean connu() {
    try {
      return Charset.isSupported(nom);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }
}
