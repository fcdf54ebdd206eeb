package fr.jalon.echanges.api.web;

import fr.jalon.habilitations.Portee;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;

/**
 * What the description of the API says besides its routes: how to get a token, the scope each route asks for (read from the rule that guards
 * it), and the refusals every route may give.
 */
@Configuration
class DescriptionDeLApi {
  private static final String SECURITE = "jeton";
  private static final String PROBLEME = "Probleme";
  private static final Pattern PORTEE = Pattern.compile("SCOPE_([a-z:]+)");

  @Bean
  OpenAPI description() {
    Scopes portees = new Scopes();
    Arrays.stream(Portee.values()).forEach(p -> portees.addString(p.code(), p.phrase()));
    return new OpenAPI()
        .info(new Info().title("API de Jalon pour les partenaires").version("1")
            .description("Lire et écrire ce qui concerne les personnes de votre périmètre. Dates ISO 8601 ; JSON ; refus en application/problem+json.")
            .license(new License().name("EUPL-1.2").url("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12"))
            .contact(new Contact().name("Jalon")))
        .servers(List.of(new Server().url("/")))
        .components(new Components()
            .addSecuritySchemes(SECURITE, new SecurityScheme().type(SecurityScheme.Type.OAUTH2)
            .description("OAuth2, client credentials : un secret contre un jeton de quelques minutes.")
                .flows(new OAuthFlows().clientCredentials(new OAuthFlow().tokenUrl("/oauth2/token").scopes(portees))))
            .addSchemas(PROBLEME, probleme()));
  }

  @Bean
  OperationCustomizer portees() {
    return (operation, methode) -> {
      portee(methode).ifPresentOrElse(p -> operation.addSecurityItem(new SecurityRequirement().addList(SECURITE, p)),
          () -> operation.addSecurityItem(new SecurityRequirement().addList(SECURITE)));
      refus(operation, methode);
      return operation;
    };
  }

  /** The routes in the order of their addresses. */
  @Bean
  OpenApiCustomizer ordre() {
    return description -> {
      if (description.getPaths() != null) {
        var chemins = new io.swagger.v3.oas.models.Paths();
        new TreeMap<>(description.getPaths()).forEach(chemins::addPathItem);
        description.setPaths(chemins);
      }
    };
  }

  private static Optional<String> portee(HandlerMethod methode) {
    PreAuthorize deLaRoute = methode.getMethodAnnotation(PreAuthorize.class);
    PreAuthorize regle = deLaRoute != null ? deLaRoute : methode.getBeanType().getAnnotation(PreAuthorize.class);
    Matcher m = PORTEE.matcher(regle == null ? "" : regle.value());
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  private static void refus(Operation operation, HandlerMethod methode) {
    Map<String, String> refus = new TreeMap<>();
    refus.put("401", "Pas de jeton, jeton périmé, accès retiré ou secret coupé.");
    refus.put("429", "Trop d'appels : attendre le nombre de secondes de Retry-After.");
    if (portee(methode).isPresent()) {
      refus.put("403", "Le jeton n'a pas la portée « " + portee(methode).get() + " ».");
    }
    if (operation.getParameters() != null && !operation.getParameters().isEmpty() || operation.getRequestBody() != null) {
      refus.put("400", "Champ ou paramètre inconnu, absent ou mal écrit : « champs » dit lequel.");
    }
    if (operation.getParameters() != null && operation.getParameters().stream().anyMatch(p -> "path".equals(p.getIn()))) {
      refus.put("404", "Rien de ce numéro dans votre périmètre : existe ailleurs ou n'existe pas, la réponse est la même.");
    }
    if (operation.getRequestBody() != null) {
      refus.put("422", "Refusé par une règle : « code », « detail » et, s'il y en a un, « article ».");
      refus.putIfAbsent("404", "Rien de ce numéro dans votre périmètre : existe ailleurs ou n'existe pas, la réponse est la même.");
    }
    refus.forEach((code, phrase) -> operation.getResponses().addApiResponse(code, new ApiResponse().description(phrase)
        .content(new Content().addMediaType("application/problem+json", new MediaType()
        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEME))))));
  }

  private static Schema<?> probleme() {
    Map<String, Schema> champs = new TreeMap<>();
    champs.put("type", new Schema<>().type("string"));
    champs.put("title", new Schema<>().type("string"));
    champs.put("status", new Schema<>().type("integer"));
    champs.put("detail", new Schema<>().type("string").description("Une phrase qui dit quoi faire."));
    champs.put("code", new Schema<>().type("string").description("Ne change pas : c'est lui que lit une machine."));
    champs.put("article", new Schema<>().type("string").description("L'article, quand la règle en a un."));
    champs.put("champs", new Schema<>().type("object").description("Une phrase par champ en cause."));
    return new Schema<>().type("object").description("Un refus (RFC 9457).").properties(champs)
        .required(new ArrayList<>(List.of("title", "status", "detail", "code")));
  }
}
