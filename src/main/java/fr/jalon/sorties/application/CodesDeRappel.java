package fr.jalon.sorties.application;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Codes by which a person answers a call without an account: sixteen letters and digits that nobody takes for another, told to her and never kept.
 */
@Component
class CodesDeRappel {
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final int LONGUEUR = 16;
  private static final Pattern FORME = Pattern.compile("[" + ALPHABET + "]{" + LONGUEUR + "}");
  private final SecureRandom hasard = new SecureRandom();

  /** A new code. */
  String tirer() {
    StringBuilder code = new StringBuilder(LONGUEUR);
    for (int i = 0; i < LONGUEUR; i++) {
      code.append(ALPHABET.charAt(hasard.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** A code as people type it: capitals, no space nor dash. */
  static String net(String code) {
    return code == null ? "" : code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  /** True for what may be a code. */
  static boolean plausible(String code) {
    return FORME.matcher(net(code)).matches();
  }
}
