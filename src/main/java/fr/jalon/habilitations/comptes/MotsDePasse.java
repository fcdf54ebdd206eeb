package fr.jalon.habilitations.comptes;

import fr.jalon.habilitations.comptes.FileDesEmpreintes.Voie;
import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Passwords: Argon2id with 19 MiB and two passes (OWASP's floor), a few at a time so that a burst of logins takes neither the memory nor the
 * processors; a one-time password for the administration to give. What an agent may choose is {@link ChoixDuMotDePasse}'s.
 */
@Component
public class MotsDePasse {
  /** Fewest characters of a chosen password. */
  public static final int LONGUEUR = 12;
  static final int LONGUEUR_MAX = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final int ATTENTE = 60;
  /** Without the characters that are read one for another. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final SecureRandom hasard = new SecureRandom();
  private final FileDesEmpreintes file;
  private final String leurre;

  /** @param places hashes computed at once for strangers, and as many for who is known; 0: a quarter of the processors, one at least */
  MotsDePasse(@Value("${jalon.connexion.empreintes:0}") int places) {
    file = new FileDesEmpreintes(places > 0 ? places : Math.max(1, Runtime.getRuntime().availableProcessors() / 4), ATTENTE, PATIENCE);
    leurre = argon2.encode(provisoire());
  }

  /** A password drawn to be given once, and its hash. */
  public record Tire(String enClair, String empreinte) {}

  /** Draws and hashes one. */
  public Tire tirer() {
    String enClair = provisoire();
    return new Tire(enClair, empreinte(enClair));
  }

  /** Argon2 hash to keep. Long on purpose: never while a transaction holds a connection. */
  public String empreinte(String motDePasse) {
    assert !TransactionSynchronizationManager.isActualTransactionActive()
        : "Une empreinte se calcule avant la transaction, qui tiendrait sa connexion pour rien.";
    return file.passer(Voie.CONNU, () -> argon2.encode(motDePasse));
  }

  /** The same as {@link #verifie(String, String, boolean)} for an agent already in. */
  public boolean verifie(String motDePasse, String empreinte) {
    return verifie(motDePasse, empreinte, true);
  }

  /**
   * True when the password is the one of the hash. Takes the same time when there is no hash, so that one cannot guess which logins exist.
   *
   * @param empreinte hash kept, or {@code null}
   * @param connu     true when the account knows the device: strangers do not make it wait
   * @throws fr.jalon.socle.RefusMetier ENCOMBREMENT when too many wait
   */
  public boolean verifie(String motDePasse, String empreinte, boolean connu) {
    if (motDePasse == null || motDePasse.length() > LONGUEUR_MAX) {
      return false;
    }
    assert !TransactionSynchronizationManager.isActualTransactionActive()
        : "Un mot de passe se vérifie avant la transaction, qui tiendrait sa connexion pour rien.";
    return file.passer(connu ? Voie.CONNU : Voie.INCONNU,
        () -> argon2.matches(motDePasse, empreinte == null ? leurre : empreinte) && empreinte != null);
  }

  /** A password to give once: 4 groups of 4 characters drawn by {@link SecureRandom}, about 79 bits. */
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
}
