package fr.jalon.habilitations.jetons;

import fr.jalon.habilitations.Debit;
import fr.jalon.habilitations.EssaisPartages;
import fr.jalon.habilitations.Ralentissement;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Wrong secrets make the next ones wait, by application and address together, then by address; right ones count for nothing. A count of its own:
 * what applications do never slows the agents behind the same address, nor the other way round.
 */
@Component
@ConditionalOnWebApplication
class LimiteDesJetons extends OncePerRequestFilter {
  private static final int LIBRES = 10;
  private static final int NOM_AU_PLUS = 100;
  private final Ralentissement clients;
  private final Debit adresses;

  LimiteDesJetons(EssaisPartages essais, @Value("${jalon.api.secrets-faux-par-adresse:300}") int parAdresse,
      @Value("${jalon.connexion.fenetre:1h}") Duration fenetre) {
    clients = new Ralentissement(essais, "secret d'application", LIBRES, fenetre, false);
    adresses = new Debit(essais, "adresse aux secrets faux", parAdresse, fenetre, false);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite) throws ServletException, IOException {
    String reseau = Debit.reseau(requete.getRemoteAddr());
    String client = client(requete);
    Duration attendre = adresses.attendre(reseau);
    if (attendre.isZero()) {
      attendre = clients.essayer(client, reseau);
    }
    if (!attendre.isZero()) {
      refuser(attendre, reponse);
      return;
    }
    boolean finie = false;
    try {
      suite.doFilter(requete, reponse);
      finie = true;
    } finally {
      if (finie && reponse.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
        adresses.essayer(reseau);
      } else if (finie && reponse.getStatus() == HttpServletResponse.SC_OK) {
        clients.oublier(client, reseau);
      } else {
        clients.rendre(client, reseau);
      }
    }
  }

  private static void refuser(Duration attendre, HttpServletResponse reponse) throws IOException {
    reponse.setStatus(429);
    reponse.setHeader("Retry-After", String.valueOf(attendre.toSeconds() + 1));
    reponse.setContentType("application/json");
    reponse.getOutputStream()
        .write("{\"error\":\"slow_down\",\"error_description\":\"Too many wrong secrets: try again later.\"}".getBytes(StandardCharsets.UTF_8));
  }

  /** The name it gives, not yet proved; empty when it gives none. */
  private static String client(HttpServletRequest requete) {
    String nom = requete.getParameter("client_id");
    String entete = requete.getHeader(HttpHeaders.AUTHORIZATION);
    String[] mots = entete == null ? new String[0] : entete.strip().split("\\s+");
    if (mots.length > 1 && mots[0].equalsIgnoreCase("Basic")) {
      try {
        // as Spring Security reads it: one application, one key, however its name is written
        nom = URLDecoder.decode(new String(Base64.getDecoder().decode(mots[1]), StandardCharsets.UTF_8).split(":", 2)[0], StandardCharsets.UTF_8);
      } catch (IllegalArgumentException _) {
        nom = null;
      }
    }
    return nom == null ? "" : nom.substring(0, Math.min(NOM_AU_PLUS, nom.length()));
  }

  /** The filter belongs to the security chain only, not to the servlet container. */
  @Component
  @ConditionalOnWebApplication
  static class HorsConteneur {
    @Bean
    FilterRegistrationBean<LimiteDesJetons> limiteDesJetonsHorsConteneur(LimiteDesJetons filtre) {
      FilterRegistrationBean<LimiteDesJetons> hors = new FilterRegistrationBean<>(filtre);
      hors.setEnabled(false);
      return hors;
    }
  }
}
