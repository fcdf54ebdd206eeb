package fr.jalon.habilitations.jetons;

import fr.jalon.habilitations.connexion.LimiteDesEssais;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token serves for minutes: an address that asks for more of them than people log in is told to wait. */
@Component
@ConditionalOnWebApplication
class LimiteDesJetons extends OncePerRequestFilter {
  private final LimiteDesEssais limite;
  private final Clock horloge;

  LimiteDesJetons(LimiteDesEssais limite, Clock horloge) {
    this.limite = limite;
    this.horloge = horloge;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest requete, HttpServletResponse reponse, FilterChain suite) throws ServletException, IOException {
    Optional<Instant> attendre = limite.essayer(null, requete.getRemoteAddr());
    if (attendre.isEmpty()) {
      suite.doFilter(requete, reponse);
      return;
    }
    reponse.setStatus(429);
    reponse.setHeader("Retry-After", String.valueOf(Math.max(1, Duration.between(horloge.instant(), attendre.get()).toSeconds() + 1)));
    reponse.setContentType("application/json");
    reponse.getOutputStream().write("{\"error\":\"slow_down\",\"error_description\":\"Too many token requests from this address.\"}".getBytes(StandardCharsets.UTF_8));
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
