package fr.jalon.habilitations.porte;

import fr.jalon.demarrage.DemarrageImpossible;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Who is at the other end. {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed from the proxies named by {@code JALON_PROXIES}
 * (addresses or networks, separated by commas; none by default), and read from the right: what a visitor wrote before them is not believed.
 * {@code X-Forwarded-Host} is never: the public address is configured.
 */
@Configuration
@ConditionalOnWebApplication
class ReseauConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> vannes(@Value("${jalon.proxies:}") String proxies, AdressePublique publique) {
    RemoteIpValve relais = proxies.isBlank() ? null : relais(proxies.replaceAll("\\s+", ""));
    return new Vannes(relais, publique.imposee() ? new VanneDeLHote(publique) : null);
  }

  private static RemoteIpValve relais(String proxies) {
    RemoteIpValve vanne = new RemoteIpValve();
    try {
      for (String proxy : proxies.split(",")) {
        new org.apache.catalina.util.NetMask(proxy);
      }
      vanne.setInternalProxies(proxies);
    } catch (IllegalArgumentException e) {
      throw new DemarrageImpossible("JALON_PROXIES est une liste d'adresses ou de réseaux séparés par des virgules, par exemple « 10.1.2.3,10.8.0.0/16 » (reçu : « "
          + proxies + " »).", e);
    }
    vanne.setRemoteIpHeader("X-Forwarded-For");
    vanne.setProtocolHeader("X-Forwarded-Proto");
    vanne.setHostHeader(null);
    vanne.setPortHeader(null);
    return vanne;
  }

  /** After Boot's own settings. @param relais {@code null} without a proxy; @param hote {@code null} without a public address */
  private record Vannes(RemoteIpValve relais, VanneDeLHote hote) implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    @Override
    public void customize(TomcatServletWebServerFactory usine) {
      if (relais != null) {
        usine.addEngineValves(relais);
      }
      if (hote != null) {
        usine.addEngineValves(hote);
      }
      usine.addContextCustomizers(contexte -> ((StandardHost) contexte.getParent()).setErrorReportValveClass(PageSansMaison.class.getName()));
    }

    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }
  }
}
