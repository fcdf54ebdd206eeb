package fr.jalon.habilitations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on which one writes what no browser would: the answer is read as it comes, or the reading fails after eight seconds. */
public final class Prise {
  private static final int PATIENCE_MS = 8000;
  private static final Pattern TAILLE = Pattern.compile("(?i)\\r\\ncontent-length: (\\d+)");

  private Prise() {}

  /**
   * Sends the headers and the beginning of a body, never its end.
   *
   * @param lignes first line and headers
   * @return what the server answers, as soon as it is whole: it may go on waiting for the body it does not read
   */
  public static String envoyer(int port, String debut, String... lignes) {
    try (Socket prise = new Socket(InetAddress.getLoopbackAddress(), port)) {
      prise.setSoTimeout(PATIENCE_MS);
      prise.getOutputStream().write((String.join("\r\n", lignes) + "\r\nConnection: close\r\n\r\n" + debut).getBytes(StandardCharsets.UTF_8));
      prise.getOutputStream().flush();
      byte[] tampon = new byte[1 << 16];
      StringBuilder reponse = new StringBuilder();
      for (int n = prise.getInputStream().read(tampon); n > 0; n = entiere(reponse) ? 0 : prise.getInputStream().read(tampon)) {
        reponse.append(new String(tampon, 0, n, StandardCharsets.ISO_8859_1));
      }
      return new String(reponse.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean entiere(StringBuilder reponse) {
    int corps = reponse.indexOf("\r\n\r\n") + 4;
    if (corps < 4) {
      return false;
    }
    Matcher taille = TAILLE.matcher(reponse.substring(0, corps));
    return taille.find() ? reponse.length() - corps >= Integer.parseInt(taille.group(1)) : reponse.indexOf("\r\n0\r\n\r\n", corps - 4) > 0;
  }
}
