package fr.jalon.socle;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encryption at rest (AES-256-GCM) and keyed hash (HMAC-SHA-256) with two keys derived from the one secret of the instance.
 * An encrypted value is 12 bytes of nonce, the cipher text, 16 bytes of tag.
 * Safe for several threads: each has its own cipher.
 */
public final class Chiffrement {
  private static final int NONCE = 12;
  private static final int ETIQUETTE_BITS = 128;
  private final SecretKeySpec cleChiffrement;
  private final SecretKeySpec cleEmpreinte;
  private final SecureRandom hasard = new SecureRandom();
  private final ThreadLocal<Cipher> chiffreurs = ThreadLocal.withInitial(Chiffrement::aes);
  private final ThreadLocal<Mac> macs;
  private final ThreadLocal<Mac> macsDeSceau;

  /** @param secret at least 32 bytes; the same secret must be given for the whole life of the data */
  public Chiffrement(byte[] secret) {
    if (secret.length < 32) {
      throw new IllegalArgumentException("La clé de chiffrement doit compter au moins 32 octets");
    }
    cleChiffrement = new SecretKeySpec(deriver(secret, "jalon.chiffrement"), "AES");
    cleEmpreinte = new SecretKeySpec(deriver(secret, "jalon.empreinte"), "HmacSHA256");
    macs = ThreadLocal.withInitial(() -> mac(cleEmpreinte));
    SecretKeySpec cleDuSceau = new SecretKeySpec(deriver(secret, "jalon.sceau"), "HmacSHA256");
    macsDeSceau = ThreadLocal.withInitial(() -> mac(cleDuSceau));
  }

  /** Encrypts; two calls on the same value give two different results. */
  public byte[] chiffrer(byte[] clair) {
    byte[] nonce = new byte[NONCE];
    hasard.nextBytes(nonce);
    return chiffrer(clair, nonce, chiffreurs.get());
  }

  private byte[] chiffrer(byte[] clair, byte[] nonce, Cipher aes) {
    try {
      aes.init(Cipher.ENCRYPT_MODE, cleChiffrement, new GCMParameterSpec(ETIQUETTE_BITS, nonce));
      byte[] resultat = Arrays.copyOf(nonce, NONCE + aes.getOutputSize(clair.length));
      int n = aes.doFinal(clair, 0, clair.length, resultat, NONCE);
      return n + NONCE == resultat.length ? resultat : Arrays.copyOf(resultat, n + NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Chiffrement impossible", e);
    }
  }

  /**
   * Encrypts so that the same value always gives the same result: its nonce is a keyed hash of the value. To match and search without reading;
   * who sees two results knows only whether the values are the same.
   */
  public byte[] sceller(byte[] clair) {
    // a cipher refuses the same nonce twice in a row, which is what sealing the same value again asks for
    return chiffrer(clair, Arrays.copyOf(macsDeSceau.get().doFinal(clair), NONCE), aes());
  }

  /** @throws IllegalStateException when the value was altered or encrypted with another key */
  public byte[] dechiffrer(byte[] chiffre) {
    try {
      Cipher aes = chiffreurs.get();
      aes.init(Cipher.DECRYPT_MODE, cleChiffrement, new GCMParameterSpec(ETIQUETTE_BITS, chiffre, 0, NONCE));
      return aes.doFinal(chiffre, NONCE, chiffre.length - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Valeur illisible : la clé de chiffrement (JALON_CLE) n'est pas celle de ces données", e);
    }
  }

  /** Keyed hash, 32 bytes: the same value always gives the same hash, and nobody computes it without the secret. */
  public byte[] empreinte(byte[] clair) {
    return macs.get().doFinal(clair);
  }

  private static byte[] deriver(byte[] secret, String usage) {
    return mac(new SecretKeySpec(secret, "HmacSHA256")).doFinal(usage.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private static Mac mac(SecretKeySpec cle) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(cle);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cipher aes() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
