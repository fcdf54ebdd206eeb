package fr.jalon.echanges.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.EssaiArdeche;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the description says of the API is what the API does: every route, its scope, and the page made of it. */
@EssaiArdeche
class DescriptionTest {
  @LocalServerPort
  int port;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping routes;

  @Test
  void chaque_route_qui_existe_est_decrite_avec_sa_portee_et_aucune_autre() {
    JsonNode document = JsonMapper.shared().readTree(new Application(port, "", "").lire("/api/v1/openapi.json").texte());
    Set<String> decrites = new TreeSet<>();
    document.get("paths").properties().forEach(c -> c.getValue().properties()
        .forEach(o -> decrites.add(o.getKey().toUpperCase() + " " + c.getKey() + " "
        + o.getValue().get("security").get(0).get("jeton").path(0).asString(""))));
    Set<String> reelles = new TreeSet<>();
    routes.getHandlerMethods().forEach((info, methode) -> {
      if (methode.getBeanType().isAnnotationPresent(RestController.class) && methode.getBeanType().getName().startsWith("fr.jalon")
          && !info.getMethodsCondition().isEmpty()) {
        PreAuthorize regle = methode.getMethodAnnotation(PreAuthorize.class) != null ? methode.getMethodAnnotation(PreAuthorize.class)
            : methode.getBeanType().getAnnotation(PreAuthorize.class);
        Matcher portee = Pattern.compile("SCOPE_([a-z:]+)").matcher(regle == null ? "" : regle.value());
        String suffixe = portee.find() ? portee.group(1) : "";
        info.getPathPatternsCondition().getPatternValues()
            .forEach(c -> info.getMethodsCondition().getMethods().forEach(v -> reelles.add(v + " " + c + " " + suffixe)));
      }
    });
    assertThat(reelles).contains("GET /api/v1/nouveaux-entrants entrants:lire", "POST /api/v1/webhooks webhooks");
    assertThat(decrites).isEqualTo(reelles);
  }

  @Test
  void chaque_refus_et_chaque_champ_se_lit_dans_la_page_ouverte_a_tous() {
    Navigateur anonyme = new Navigateur(port);
    String page = anonyme.lire("/api/v1/documentation").body();
    JsonNode document = JsonMapper.shared().readTree(new Application(port, "", "").lire("/api/v1/openapi.json").texte());
    document.get("paths").propertyNames().forEach(c -> assertThat(page).contains(c));
    document.get("components").get("securitySchemes").get("jeton").get("flows").get("clientCredentials").get("scopes").propertyNames()
        .forEach(p -> assertThat(page).contains(p));
    assertThat(page).contains("joursRestants").contains("notifieLe").contains("Idempotency-Key").contains("curl -s -X POST").contains("/oauth2/token")
        .doesNotContain("<script>");
  }
}
