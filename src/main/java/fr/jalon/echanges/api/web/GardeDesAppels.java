package fr.jalon.echanges.api.web;

import fr.jalon.echanges.api.Probleme;
import fr.jalon.echanges.api.application.LimiteDesAppels;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Before and after each call of the API: not too many, no parameter that does not exist, and a trace (who, which route, what came of it). */
@Configuration
class GardeDesAppels implements WebMvcConfigurer, HandlerInterceptor {
  private static final String ROUTES = "/api/v1/**";
  private final LimiteDesAppels limite;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final JsonMapper json;

  GardeDesAppels(LimiteDesAppels limite, AgentCourant agentCourant, Journal journal, JsonMapper json) {
    this.limite = limite;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.json = json;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registre) {
    registre.addInterceptor(this).addPathPatterns(ROUTES).excludePathPatterns("/api/v1/documentation", "/api/v1/openapi.json");
  }

  @Override
  public boolean preHandle(HttpServletRequest requete, HttpServletResponse reponse, Object traitement) throws Exception {
    LimiteDesAppels.Reste reste = limite.appeler(agentCourant.perimetre().agent());
    reponse.setHeader("RateLimit-Limit", String.valueOf(reste.limite()));
    reponse.setHeader("RateLimit-Remaining", String.valueOf(reste.appels()));
    if (reste.attendre() > 0) {
      reponse.setHeader("Retry-After", String.valueOf(reste.attendre()));
      reponse.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      reponse.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      reponse.getOutputStream().write(json.writeValueAsString(Probleme.detail(HttpStatus.TOO_MANY_REQUESTS, "TROP_D_APPELS",
          "Plus de %d appels en une minute : recommencez dans %d s.".formatted(reste.limite(), reste.attendre()), Map.of()))
              .getBytes(StandardCharsets.UTF_8));
      tracer(requete, HttpStatus.TOO_MANY_REQUESTS.value());
      return false;
    }
    if (traitement instanceof HandlerMethod methode) {
      try {
        refuserLesInconnus(requete, methode);
      } catch (Probleme inconnu) {
        tracer(requete, HttpStatus.BAD_REQUEST.value());
        throw inconnu;
      }
    }
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest requete, HttpServletResponse reponse, Object traitement, Exception e) {
    tracer(requete, reponse.getStatus());
  }

  private static void refuserLesInconnus(HttpServletRequest requete, HandlerMethod methode) {
    Set<String> connus = Arrays.stream(methode.getMethodParameters()).filter(p -> p.hasParameterAnnotation(RequestParam.class))
        .map(p -> p.getParameter().getName()).collect(Collectors.toCollection(TreeSet::new));
    for (String nom : requete.getParameterMap().keySet()) {
      if (!connus.contains(nom)) {
        throw Probleme.demandeIncorrecte("PARAMETRE_INCONNU", "Le paramètre « %s » n'existe pas. %s".formatted(nom,
            connus.isEmpty() ? "Cette route n'en prend aucun." : "Paramètres connus : " + String.join(", ", connus) + "."),
            Map.of(nom, "Paramètre inconnu"));
      }
    }
  }

  /** The route, not the address: no number of a person. */
  private void tracer(HttpServletRequest requete, int statut) {
    Object route = requete.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    journal.tracer("APPEL_API", null, null, "%s %s : %d".formatted(requete.getMethod(), route == null ? ROUTES : route, statut));
  }
}
