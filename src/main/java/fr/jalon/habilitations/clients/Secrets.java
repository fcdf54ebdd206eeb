package fr.jalon.habilitations.clients;

import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Secrets of the clients of the API: 256 bits drawn at random, kept as a keyed hash. No slow hash: nothing can be guessed, and each token
 * asked for costs one. While a client takes its new secret, the one before is accepted too: the hashes are then two, separated by a space.
 */
@Component
public class Secrets implements PasswordEncoder {
  private final SecureRandom hasard = new SecureRandom();
  private final Chiffrement chiffrement;

  Secrets(Chiffrement chiffrement) {
    this.chiffrement = chiffrement;
  }

  /** A new secret, to be shown once: 43 characters. */
  public String nouveau() {
    byte[] octets = new byte[32];
    hasard.nextBytes(octets);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  /** What is kept of it. */
  public byte[] empreinte(CharSequence secret) {
    return chiffrement.empreinte(secret.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String encode(CharSequence secret) {
    return HexFormat.of().formatHex(empreinte(secret));
  }

  @Override
  public boolean matches(CharSequence secret, String empreintes) {
    byte[] donne = encode(secret).getBytes(StandardCharsets.US_ASCII);
    boolean trouve = false;
    for (String empreinte : empreintes.split(" ")) {
      trouve |= MessageDigest.isEqual(donne, empreinte.getBytes(StandardCharsets.US_ASCII));
    }
    return trouve;
  }
}
