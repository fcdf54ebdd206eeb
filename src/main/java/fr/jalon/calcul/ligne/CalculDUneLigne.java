package fr.jalon.calcul.ligne;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.calcul.ErreurDeSaisie;
import fr.jalon.calcul.Etape;
import fr.jalon.calcul.Regles;
import fr.jalon.calcul.Resultat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One line in, one line out; never throws for what the line holds. Safe for any number of threads. */
final class CalculDUneLigne {
  private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private final CalculDuDroit calcul;
  private final boolean detail;

  CalculDUneLigne(Regles regles, boolean detail) {
    calcul = new CalculDuDroit(regles);
    this.detail = detail;
  }

  /**
   * What a line gives.
   *
   * @param json  the line out, without end of line
   * @param juste false when it holds errors
   */
  record Rendu(byte[] json, boolean juste) {}

  Rendu rendre(byte[] ligne) {
    ObjectNode sortie = JsonNodeFactory.instance.objectNode();
    List<ErreurDeSaisie> erreurs = new ArrayList<>();
    remplir(ligne, sortie, erreurs);
    ArrayNode liste = sortie.putArray("erreurs");
    erreurs.forEach(e -> liste.addObject().put("chemin", e.chemin()).put("phrase", e.phrase()));
    return new Rendu(JSON.writeValueAsBytes(sortie), erreurs.isEmpty());
  }

  private void remplir(byte[] ligne, ObjectNode sortie, List<ErreurDeSaisie> erreurs) {
    sortie.putNull("id");
    JsonNode racine;
    try {
      racine = JSON.readTree(ligne);
    } catch (JacksonException e) {
      erreurs.add(new ErreurDeSaisie("", "La ligne n'est pas un objet JSON lisible : " + raison(e) + "."));
      sortie.put("id", identifiant(ligne));
      montants(sortie, null);
      return;
    }
    if (!racine.isObject()) {
      erreurs.add(new ErreurDeSaisie("", "La ligne n'est pas un objet JSON."));
      montants(sortie, null);
      return;
    }
    if (racine.path("id").isString() || racine.path("id").isNumber()) {
      sortie.set("id", racine.path("id"));
    }
    LectureDeMenage.Lu lu = LectureDeMenage.lire(racine);
    erreurs.addAll(lu.erreurs());
    if (lu.menage() != null) {
      erreurs.addAll(calcul.verifier(lu.menage(), lu.mois()));
    }
    montants(sortie, erreurs.isEmpty() ? calculer(lu, erreurs) : null);
    if (detail && erreurs.isEmpty()) {
      etapes(sortie.putArray("etapes"), calcul.expliquer(lu.menage(), lu.mois()));
    }
  }

  /** The months before the first figures, and sums past all measure, are found while counting. */
  private Resultat calculer(LectureDeMenage.Lu lu, List<ErreurDeSaisie> erreurs) {
    try {
      return calcul.calculer(lu.menage(), lu.mois());
    } catch (IllegalArgumentException e) {
      erreurs.add(new ErreurDeSaisie("period", e.getMessage()));
    } catch (ArithmeticException _) {
      erreurs.add(new ErreurDeSaisie("input", "Les montants sont trop grands pour être additionnés : vérifiez les décimales."));
    }
    return null;
  }

  private static void montants(ObjectNode sortie, Resultat r) {
    mettre(sortie, "rsa", r == null ? null : r.rsa());
    mettre(sortie, "ppa", r == null ? null : r.prime());
    mettre(sortie, "rsa_socle", r == null ? null : r.socle());
    mettre(sortie, "rsa_socle_majore", r == null ? null : r.socleMajore());
    mettre(sortie, "rsa_forfait_logement", r == null ? null : r.forfaitLogement());
    mettre(sortie, "rsa_base_ressources", r == null ? null : r.baseRessources());
  }

  private static void mettre(ObjectNode sortie, String nom, BigDecimal montant) {
    sortie.put(nom, montant);
  }

  private static void etapes(ArrayNode liste, List<Etape> etapes) {
    for (Etape e : etapes) {
      liste.addObject().put("cle", e.cle()).put("libelle", e.libelle()).put("montant", e.montant()).put("phrase", e.phrase())
          .put("article", e.article())
          .put("fiabilite", e.fiabilite().name());
    }
  }

  /** The name of the household at the head of a line that breaks later, or null. */
  private static String identifiant(byte[] ligne) {
    try (JsonParser lecture = JSON.createParser(ligne)) {
      int profondeur = 0;
      for (JsonToken t = lecture.nextToken(); t != null; t = lecture.nextToken()) {
        profondeur += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
        if (profondeur == 1 && t == JsonToken.PROPERTY_NAME && "id".equals(lecture.currentName()) && lecture.nextToken().isScalarValue()) {
          return lecture.getString();
        }
      }
    } catch (JacksonException _) {
      // broken before its name
    }
    return null;
  }

  private static String raison(JacksonException e) {
    var lieu = e.getLocation();
    return lieu == null || lieu.getColumnNr() < 1 ? "elle ne se lit pas jusqu'au bout" : "elle ne se lit plus au caractère " + lieu.getColumnNr();
  }
}
