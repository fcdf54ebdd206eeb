package fr.jalon.echanges.acces.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page that describes the API, made of {@code /api/v1/openapi.json}. Open to all, as the guide is: it says nothing of anyone. */
@Controller
@ConditionalOnWebApplication
class DocumentationController {
  private static final String DESCRIPTION = "/api/v1/openapi.json";
  private final OpenApiWebMvcResource description;
  private final JsonMapper json;
  /** The routes do not change while the server runs: read once, whoever asks and however often. */
  private volatile JsonNode routes;

  DocumentationController(OpenApiWebMvcResource description, JsonMapper json) {
    this.description = description;
    this.json = json;
  }

  @GetMapping("/api/v1/documentation")
  String documentation(HttpServletRequest requete, Model modele) throws Exception {
    if (routes == null) {
      routes = json.readTree(description.openapiJson(requete, DESCRIPTION, Locale.FRENCH));
    }
    modele.addAttribute("page", DocumentationDeLApi.lire(routes,
        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()));
    return "acces/documentation";
  }
}
