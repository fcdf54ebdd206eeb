package fr.jalon.habilitations.porte;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * When the public address is known, no other {@code Host} is answered, but this machine asking itself and the health checks of a load balancer.
 * What is answered sees the public address as its own, whatever the proxies in between: links, cookies and redirects are right without a
 * forwarded header.
 */
final class VanneDeLHote extends ValveBase {
  private static final int MAL_ADRESSEE = 421;
  /** They tell nothing of anyone, and are asked by address. */
  private static final Set<String> SANTE = Set.of("/sante", "/sante/pret", "/sante/mesures");
  private static final Pattern PORT = Pattern.compile(":(\\d{1,5})$");
  private final AdressePublique publique;

  VanneDeLHote(AdressePublique publique) {
    super(true);
    this.publique = publique;
  }

  @Override
  public void invoke(Request requete, Response reponse) throws IOException, ServletException {
    String hote = requete.getServerName();
    if (publique.est(hote, port(requete.getHeader("Host")))) {
      requete.getCoyoteRequest().scheme().setString(publique.schema());
      requete.setSecure("https".equals(publique.schema()));
      requete.getCoyoteRequest().serverName().setString(publique.hote());
      requete.getCoyoteRequest().setServerPort(publique.port());
    } else if (!SANTE.contains(requete.getRequestURI())
        && !(AdressePublique.ici(hote) && deCetteMachine(requete.getPeerAddr()) && deCetteMachine(requete.getRemoteAddr()))) {
      reponse.setStatus(MAL_ADRESSEE);
      reponse.setContentType("text/plain;charset=UTF-8");
      reponse.getOutputStream().write(("Ce serveur répond à l'adresse " + publique + " : utilisez celle-là.\n").getBytes(StandardCharsets.UTF_8));
      return;
    }
    getNext().invoke(requete, reponse);
  }

  /** The port written in the header itself, 0 when there is none: a proxy that is believed changes that of the request. */
  private static int port(String hote) {
    Matcher m = PORT.matcher(hote == null ? "" : hote);
    return m.find() ? Integer.parseInt(m.group(1)) : 0;
  }

  /** The one that is connected, and the one it speaks for: a proxy here may speak for anyone, and may write anything. */
  private static boolean deCetteMachine(String adresse) {
    try {
      return InetAddress.ofLiteral(adresse).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
