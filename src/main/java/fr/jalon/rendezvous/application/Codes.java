package fr.jalon.rendezvous.application;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Codes that a person types or follows to answer without an account. Letters and digits that nobody takes for another. */
@Component
class Codes {
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final int LONGUEUR = 9;
  private final SecureRandom hasard = new SecureRandom();

  /** A code and what it opens. @param valeur in clear: it is in the message, never in the database */
  record Code(long objetId, String valeur) {}

  /** A new code. */
  String tirer() {
    StringBuilder code = new StringBuilder(LONGUEUR);
    for (int i = 0; i < LONGUEUR; i++) {
      code.append(ALPHABET.charAt(hasard.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
