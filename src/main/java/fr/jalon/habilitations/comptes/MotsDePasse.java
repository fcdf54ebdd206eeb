package fr.jalon.habilitations.comptes;

import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.RefusMetier;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: Argon2id with 19 MiB and two passes (OWASP's floor), at most a few at a time so that a burst of logins cannot exhaust the
 * memory; the rule for a password an agent chooses; a one-time password for the administration to give.
 */
@Component
public class MotsDePasse {
  /** Fewest characters of a chosen password. */
  public static final int LONGUEUR = 12;
  private static final int LONGUEUR_MAX = 200;
  /** Without the characters that are read one for another. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final Semaphore places = new Semaphore(4);
  private final SecureRandom hasard = new SecureRandom();
  private final String leurre;

  MotsDePasse() {
    leurre = argon2.encode(provisoire());
  }

  /** Argon2 hash to keep. */
  public String empreinte(String motDePasse) {
    places.acquireUninterruptibly();
    try {
      return argon2.encode(motDePasse);
    } finally {
      places.release();
    }
  }

  /**
   * True when the password is the one of the hash. Takes the same time when there is no hash, so that one cannot guess which logins exist.
   *
   * @param empreinte hash kept, or {@code null}
   */
  public boolean verifie(String motDePasse, String empreinte) {
    if (motDePasse == null || motDePasse.length() > LONGUEUR_MAX) {
      return false;
    }
    places.acquireUninterruptibly();
    try {
      return argon2.matches(motDePasse, empreinte == null ? leurre : empreinte) && empreinte != null;
    } finally {
      places.release();
    }
  }

  /** A password to give once: 4 groups of 4 characters, about 79 bits. */
  public final String provisoire() {
    StringBuilder texte = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        texte.append('-');
      }
      texte.append(ALPHABET.charAt(hasard.nextInt(ALPHABET.length())));
    }
    return texte.toString();
  }

  /**
   * The rule for a password an agent chooses.
   *
   * @throws RefusMetier when it is too short, too simple, or holds the login or the name
   */
  public void verifierLeChoix(String motDePasse, String identifiant, String nom) {
    if (motDePasse == null || motDePasse.length() < LONGUEUR || motDePasse.length() > LONGUEUR_MAX) {
      throw new RefusMetier("MOT_DE_PASSE_LONGUEUR",
          "Le mot de passe doit compter au moins " + LONGUEUR + " caractères : une phrase de quelques mots convient très bien.");
    }
    String net = CleDeRecherche.de(motDePasse).replace(" ", "");
    if (motDePasse.chars().distinct().count() < 6 || "abcdefghijklmnopqrstuvwxyz".contains(net) || "01234567890123456789".contains(net)
        || net.startsWith("motdepasse") || net.startsWith("password") || net.startsWith("azerty") || net.startsWith("qwerty")) {
      throw new RefusMetier("MOT_DE_PASSE_SIMPLE", "Ce mot de passe est trop simple à deviner : choisissez une phrase de quelques mots.");
    }
    for (String mot : (identifiant + " " + nom).split("[\\s.@_-]+")) {
      String cle = CleDeRecherche.de(mot).replace(" ", "");
      if (cle.length() >= 4 && net.length() - cle.length() < 8 && net.contains(cle)) {
        throw new RefusMetier("MOT_DE_PASSE_NOM", "Le mot de passe ne doit pas reprendre votre nom ou votre identifiant.");
      }
    }
  }
}
