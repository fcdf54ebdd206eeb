package fr.jalon.habilitations.porte;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * When the public address is known, no other {@code Host} is answered, but this machine asking itself and the health checks of a load balancer. What is answered sees
 * the public address as its own, whatever the proxies in between: links, cookies and redirects are right without a forwarded header.
 */
final class VanneDeLHote extends ValveBase {
  private static final int MAL_ADRESSEE = 421;
  /** They tell nothing of anyone, and are asked by address. */
  private static final Set<String> SANTE = Set.of("/sante", "/sante/pret");
  private final AdressePublique publique;

  VanneDeLHote(AdressePublique publique) {
    super(true);
    this.publique = publique;
  }

  @Override
  public void invoke(Request requete, Response reponse) throws IOException, ServletException {
    String hote = requete.getServerName();
    boolean explicite = requete.getHeader("Host") != null && requete.getHeader("Host").matches(".*:\\d+$");
    if (publique.est(hote, explicite ? requete.getServerPort() : 0)) {
      requete.getCoyoteRequest().scheme().setString(publique.schema());
      requete.setSecure("https".equals(publique.schema()));
      requete.getCoyoteRequest().serverName().setString(publique.hote());
      requete.getCoyoteRequest().setServerPort(publique.port());
    } else if (!SANTE.contains(requete.getRequestURI()) && (!AdressePublique.ici(hote) || !InetAddress.ofLiteral(requete.getPeerAddr()).isLoopbackAddress())) {
      reponse.setStatus(MAL_ADRESSEE);
      reponse.setContentType("text/plain;charset=UTF-8");
      reponse.getOutputStream().write(("Ce serveur répond à l'adresse " + publique + " : utilisez celle-là.\n").getBytes(StandardCharsets.UTF_8));
      return;
    }
    getNext().invoke(requete, reponse);
  }
}
