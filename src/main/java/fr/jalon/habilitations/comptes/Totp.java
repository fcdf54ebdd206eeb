package fr.jalon.habilitations.comptes;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/**
 * One-time codes by time (RFC 6238): HMAC-SHA-1, 30 seconds, 6 digits, what every phone application understands. java-otp computes them (decision
 * 22); how late a clock may be, and that a code serves once, are ours.
 */
public final class Totp {
  private static final int PAS_SECONDES = 30;
  private static final int SECRET_OCTETS = 20;
  private static final HmacOneTimePasswordGenerator CODES = new HmacOneTimePasswordGenerator(6);
  private static final SecureRandom HASARD = new SecureRandom();

  private Totp() {}

  /** A new secret of 160 bits. */
  public static byte[] nouveauSecret() {
    byte[] secret = new byte[SECRET_OCTETS];
    HASARD.nextBytes(secret);
    return secret;
  }

  /** The secret as a person types it: base32, groups of four. */
  public static String lisible(byte[] secret) {
    return Base32.toBase32String(secret).replaceAll("=", "").replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** The address that a phone application reads. */
  public static String adresse(byte[] secret, String identifiant) {
    return "otpauth://totp/Jalon:" + URLEncoder.encode(identifiant, StandardCharsets.UTF_8) + "?secret="
        + Base32.toBase32String(secret).replace("=", "") + "&issuer=Jalon";
  }

  /** Time step of an instant. */
  public static long pas(Instant instant) {
    return instant.getEpochSecond() / PAS_SECONDES;
  }

  /** The code of a step: 6 digits. */
  public static String code(byte[] secret, long pas) {
    try {
      return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, CODES.getAlgorithm()), pas, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The step whose code was typed: now, or one step before or after for a clock a little wrong; empty when none fits. */
  public static OptionalLong pasDuCode(byte[] secret, String saisi, Instant maintenant) {
    String net = net(saisi);
    long ici = pas(maintenant);
    OptionalLong trouve = OptionalLong.empty();
    for (long pas = ici - 1; pas <= ici + 1; pas++) {
      if (MessageDigest.isEqual(code(secret, pas).getBytes(StandardCharsets.US_ASCII), net.getBytes(StandardCharsets.UTF_8))) {
        trouve = OptionalLong.of(pas);
      }
    }
    return trouve;
  }

  /** The later step of two codes that follow one another, the first up to two steps old; empty when none fits. */
  public static OptionalLong pasDesCodes(byte[] secret, String premier, String second, Instant maintenant) {
    OptionalLong trouve = OptionalLong.empty();
    for (int retard = 0; retard <= 1; retard++) {
      Instant avant = maintenant.minusSeconds((long) retard * PAS_SECONDES);
      OptionalLong pas = pasDuCode(secret, premier, avant);
      if (pas.isPresent() && MessageDigest.isEqual(code(secret, pas.getAsLong() + 1).getBytes(StandardCharsets.US_ASCII), net(second)
          .getBytes(StandardCharsets.UTF_8))) {
        trouve = OptionalLong.of(pas.getAsLong() + 1);
      }
    }
    return trouve;
  }

  private static String net(String saisi) {
    return saisi == null ? "" : saisi.replaceAll("\\s", "");
  }
}
