package fr.jalon.structures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/**
 * What {@code departements/NN/} says of the territories, and of the fictitious organisations of its demonstration. A Département without files
 * gets one territory under its own name; a real one gets two organisations, itself and France Travail, and enters or imports the others.
 */
record DonneesDuDepartement(String nom, List<TerritoireLu> territoires, List<OrganisationLue> organisations) {

  /** @param communes INSEE codes; @param epci codes of whole intercommunalités; both empty = every commune of the Département */
  record TerritoireLu(String code, String nom, List<String> communes, List<String> epci) {}

  record OrganisationLue(String code, String nom, String nature, List<String> territoires, List<String> parcours, String commune,
      String cadre, List<SiteLu> sites, List<ReferentLu> referents) {}

  /** @param adresse street and number, or {@code null}; @param commune INSEE code */
  record SiteLu(String nom, String adresse, String commune) {}

  /**
   * @param publics names of {@link Public}; @param reserve true when she follows them only; @param site name of one of the sites; @param fonction of
   * {@link Poste.Fonction}
   */
  record ReferentLu(String nom, String courriel, BigDecimal etp, boolean intensif, List<String> publics, boolean reserve,
      String site, String fonction) {}

  /** @param fictives true for the organisations and référents of the demonstration */
  static DonneesDuDepartement lire(String code, boolean fictives) {
    CommuneDeFrance.NomDeDepartement nom = CommuneDeFrance.NomDeDepartement.de(code);
    Map<String, Object> territoires = yaml("departements/" + code + "/territoires.yaml");
    Map<String, Object> structures = fictives ? yaml("departements/" + code + "/structures.yaml") : null;
    return new DonneesDuDepartement(territoires == null ? nom.nom() : texte(territoires, "nom"),
        territoires == null ? List.of(new TerritoireLu("DEPARTEMENT", nom.nom(), List.of(), List.of()))
            : liste(territoires, "territoires").stream().map(DonneesDuDepartement::territoire).toList(),
        structures == null ? parDefaut(nom) : liste(structures, "structures").stream().map(DonneesDuDepartement::organisation).toList());
  }

  private static List<OrganisationLue> parDefaut(CommuneDeFrance.NomDeDepartement nom) {
    return List.of(new OrganisationLue("CD", "Département " + nom.complement(), "DEPARTEMENT", List.of(), List.of(), null,
        null, List.of(), List.of()),
        new OrganisationLue("FT", "France Travail", "FRANCE_TRAVAIL", List.of(), List.of(), null, null, List.of(), List.of()));
  }

  private static TerritoireLu territoire(Map<String, Object> t) {
    return new TerritoireLu(texte(t, "code"), texte(t, "nom"), textes(t, "communes"), textes(t, "epci"));
  }

  private static OrganisationLue organisation(Map<String, Object> o) {
    return new OrganisationLue(texte(o, "code"), texte(o, "nom"), texte(o, "nature"), textes(o, "territoires"), textes(o, "parcours"),
        facultatif(o, "commune"), facultatif(o, "cadre"),
        liste(o, "sites").stream().map(s -> new SiteLu(texte(s, "nom"), facultatif(s, "adresse"), texte(s, "commune"))).toList(),
        o.containsKey("referents") ? liste(o, "referents").stream().map(r -> referent(r, o)).toList() : List.of());
  }

  /** A référent has the publics of her organisation unless she has her own. */
  private static ReferentLu referent(Map<String, Object> r, Map<String, Object> o) {
    Map<String, Object> specialite = r.containsKey("publics") ? r : o;
    String prenom = r.get("prenom") == null ? "" : r.get("prenom") + " ";
    return new ReferentLu(prenom + texte(r, "nom"), facultatif(r, "courriel"),
        new BigDecimal(String.valueOf(r.getOrDefault("etp", "1"))), Boolean.TRUE.equals(r.get("intensif")), textes(specialite, "publics"),
        Boolean.TRUE.equals(specialite.get("reserve")), facultatif(r, "site"), facultatif(r, "fonction"));
  }

  private static Map<String, Object> yaml(String chemin) {
    ClassPathResource fichier = new ClassPathResource(chemin);
    if (!fichier.exists()) {
      return null;
    }
    try (InputStream flux = fichier.getInputStream()) {
      return new Yaml().load(flux);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> liste(Map<String, Object> porteur, String nom) {
    return (List<Map<String, Object>>) porteur.getOrDefault(nom, List.of());
  }

  private static List<String> textes(Map<String, Object> porteur, String nom) {
    return porteur.get(nom) instanceof List<?> l ? l.stream().map(String::valueOf).toList() : List.of();
  }

  private static String facultatif(Map<String, Object> porteur, String nom) {
    return porteur.get(nom) == null ? null : porteur.get(nom).toString();
  }

  private static String texte(Map<String, Object> porteur, String nom) {
    Object valeur = porteur.get(nom);
    if (valeur == null) {
      throw new IllegalStateException("Fichiers du Département : « %s » manque dans %s.".formatted(nom, porteur));
    }
    return valeur.toString();
  }
}
