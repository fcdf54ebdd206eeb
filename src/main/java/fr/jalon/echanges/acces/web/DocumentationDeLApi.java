package fr.jalon.echanges.acces.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The description of the API made readable: every route of the OpenAPI document, in its order, and nothing else.
 *
 * @param portees sentence by scope
 */
public record DocumentationDeLApi(String racine, Map<String, String> portees, List<Route> routes) {
  private static final String REFERENCE = "#/components/schemas/";

  /** A route. @param portee scope, or empty when any token will do @param corps an example of what is sent, or empty */
  public record Route(String verbe, String chemin, String resume, String description, String portee,
      List<Champ> parametres, List<Champ> champs, String corps, List<Champ> reponse,
      Map<String, String> statuts) {
    /** Anchor in the page. */
    public String ancre() {
      return (verbe + chemin).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /** A parameter or a field. @param type in words */
  public record Champ(String nom, String type, boolean obligatoire, String phrase) {}

  static DocumentationDeLApi lire(JsonNode document, String racine) {
    JsonNode schemas = document.path("components").path("schemas");
    List<Route> routes = new ArrayList<>();
    document.path("paths").properties().forEach(chemin -> chemin.getValue().properties().forEach(operation ->
        routes.add(route(operation.getKey().toUpperCase(Locale.ROOT), chemin.getKey(), operation.getValue(), schemas))));
    Map<String, String> portees = new TreeMap<>();
    document.path("components").path("securitySchemes").path("jeton").path("flows").path("clientCredentials").path("scopes").properties()
        .forEach(p -> portees.put(p.getKey(), p.getValue().asString()));
    return new DocumentationDeLApi(racine, portees, routes);
  }

  private static Route route(String verbe, String chemin, JsonNode o, JsonNode schemas) {
    String portee = o.path("security").path(0).path("jeton").path(0).asString("");
    List<Champ> parametres = new ArrayList<>();
    o.path("parameters").forEach(p -> parametres.add(new Champ(p.path("name").asString(), type(p.path("schema"), schemas),
        p.path("required").asBoolean(false),
        p.path("description").asString(""))));
    JsonNode envoye = suivre(o.path("requestBody").path("content").path("application/json").path("schema"), schemas);
    String corps = envoye.has("example") ? envoye.get("example").toPrettyString() : "";
    Map<String, String> statuts = new TreeMap<>();
    JsonNode[] rendu = {null};
    o.path("responses").properties().forEach(r -> {
      boolean fait = r.getKey().startsWith("2");
      statuts.put(r.getKey(), fait ? "C'est fait." : r.getValue().path("description").asString(""));
      JsonNode schema = r.getValue().path("content").path("application/json").path("schema");
      if (fait && !schema.isMissingNode()) {
        rendu[0] = schema;
      }
    });
    return new Route(verbe, chemin, o.path("summary").asString(""), o.path("description").asString(""), portee, parametres,
        champs(envoye, schemas, "", 0), corps,
        rendu[0] == null ? List.of() : champs(liste(rendu[0], schemas), schemas, "", 0), statuts);
  }

  /** What a list holds. */
  private static JsonNode liste(JsonNode schema, JsonNode schemas) {
    JsonNode s = suivre(schema, schemas);
    return s.has("items") ? suivre(s.get("items"), schemas) : s;
  }

  private static List<Champ> champs(JsonNode schema, JsonNode schemas, String prefixe, int profondeur) {
    List<Champ> champs = new ArrayList<>();
    List<String> obligatoires = new ArrayList<>();
    schema.path("required").forEach(r -> obligatoires.add(r.asString()));
    schema.path("properties").properties().forEach(p -> {
      JsonNode valeur = suivre(p.getValue(), schemas);
      String phrase = p.getValue().path("description").asString(valeur.path("description").asString(""));
      champs.add(new Champ(prefixe + p.getKey(), type(p.getValue(), schemas), obligatoires.contains(p.getKey()), phrase));
      JsonNode dedans = liste(p.getValue(), schemas);
      if (dedans.has("properties") && profondeur < 2) {
        champs.addAll(champs(dedans, schemas, prefixe + p.getKey() + (valeur.has("items") ? "[]." : "."), profondeur + 1));
      }
    });
    return champs;
  }

  private static String type(JsonNode schema, JsonNode schemas) {
    JsonNode s = suivre(schema, schemas);
    if (s.has("enum")) {
      List<String> valeurs = new ArrayList<>();
      s.get("enum").forEach(v -> valeurs.add(v.asString()));
      return String.join(", ", valeurs);
    }
    if (s.has("items")) {
      return "liste";
    }
    return switch (s.path("format").asString(s.path("type").asString(""))) {
      case "date" -> "date (2025-09-08)";
      case "date-time" -> "instant (2025-09-08T09:00:00Z)";
      case "int32", "int64", "integer" -> "nombre";
      case "boolean" -> "vrai ou faux";
      case "uuid" -> "UUID";
      case "object" -> "objet";
      case "" -> s.has("properties") ? "objet" : "texte";
      default -> "texte";
    };
  }

  private static JsonNode suivre(JsonNode schema, JsonNode schemas) {
    String reference = schema.path("$ref").asString("");
    return reference.startsWith(REFERENCE) ? schemas.path(reference.substring(REFERENCE.length())) : schema;
  }
}
