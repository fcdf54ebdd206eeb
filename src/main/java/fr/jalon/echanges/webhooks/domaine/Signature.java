package fr.jalon.echanges.webhooks.domaine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code Jalon-Signature: t=1757318400,v1=…}: HMAC-SHA-256 of {@code t.body} with the secret of the webhook, in hexadecimal. */
public final class Signature {
  /** Name of the header. */
  public static final String ENTETE = "Jalon-Signature";
  private static final String ALGORITHME = "HmacSHA256";

  private Signature() {}

  /** Value of the header. @param secondes Unix time of the try: the receiver refuses one that is too old @param corps exactly what is sent */
  public static String entete(String secret, long secondes, String corps) {
    try {
      Mac mac = Mac.getInstance(ALGORITHME);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHME));
      return "t=" + secondes + ",v1=" + HexFormat.of().formatHex(mac.doFinal((secondes + "." + corps).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
