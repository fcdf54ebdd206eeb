package fr.jalon.parametres;

import fr.jalon.socle.CeDepartement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** The two layers of values kept in files: those of the texts, and those of the Département of this instance. */
@Component
class FichiersDeParametres {
  private final Map<String, Parametre> parCle = new LinkedHashMap<>();
  private final Supplier<String> departement;
  private boolean lus;

  /** Once the instance is created, its Département is in the database: a command need not be told again. */
  @Autowired
  FichiersDeParametres(@Value("${jalon.departement:}") String departement, CeDepartement connu) {
    this(() -> departement.isBlank() ? connu.code() : departement.strip());
  }

  FichiersDeParametres(Supplier<String> departement) {
    this.departement = departement;
  }

  private void lire() {
    PathMatchingResourcePatternResolver chemin = new PathMatchingResourcePatternResolver();
    String code = departement.get();
    try {
      for (Resource fichier : chemin.getResources("classpath*:parametres/*.yaml")) {
        lire(fichier, Origine.LOI);
      }
      Resource propre = chemin.getResource("classpath:departements/" + code + "/parametres.yaml");
      if (!code.isEmpty() && propre.exists()) {
        lire(propre, Origine.DEPARTEMENT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By key, in the order of the files. */
  synchronized Map<String, Parametre> parCle() {
    if (!lus) {
      lire();
      lus = true;
    }
    return parCle;
  }

  private void lire(Resource fichier, Origine origine) throws IOException {
    Map<String, Object> racine;
    try (InputStream flux = fichier.getInputStream()) {
      racine = new Yaml().load(flux);
    }
    for (Map<String, Object> p : liste(racine, "parametres", fichier)) {
      String cle = texte(p, "code", fichier);
      Confiance confiance = Confiance.valueOf(String.valueOf(p.getOrDefault("confiance", "H")));
      Origine deLaValeur = Boolean.TRUE.equals(p.get("reglage")) ? Origine.REGLAGE : origine;
      List<Valeur> valeurs = new ArrayList<>();
      for (Map<String, Object> v : liste(p, "valeurs", fichier)) {
        valeurs.add(new Valeur(cle, texte(v, "valeur", fichier), jour(v.get("a_partir_du"), fichier), texte(v, "source", fichier),
            confiance, deLaValeur));
      }
      valeurs.sort(Comparator.comparing(Valeur::depuis));
      parCle.merge(cle, new Parametre(cle, texte(p, "libelle", fichier), String.valueOf(p.getOrDefault("unite", "")), choix(p), valeurs),
          FichiersDeParametres::superposer);
    }
  }

  private static Parametre superposer(Parametre loi, Parametre propre) {
    List<Valeur> toutes = new ArrayList<>(loi.valeurs());
    toutes.addAll(propre.valeurs());
    return new Parametre(loi.cle(), loi.libelle(), loi.unite(), loi.choix(), toutes);
  }

  private static List<String> choix(Map<String, Object> p) {
    return p.get("choix") instanceof List<?> codes ? codes.stream().map(String::valueOf).toList() : List.of();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> liste(Map<String, Object> porteur, String nom, Resource fichier) {
    if (porteur == null || !(porteur.get(nom) instanceof List<?> l)) {
      throw new IllegalStateException("%s : la liste « %s » manque.".formatted(fichier.getDescription(), nom));
    }
    return (List<Map<String, Object>>) l;
  }

  private static String texte(Map<String, Object> porteur, String nom, Resource fichier) {
    Object valeur = porteur.get(nom);
    if (valeur == null) {
      throw new IllegalStateException("%s : « %s » manque dans %s.".formatted(fichier.getDescription(), nom, porteur));
    }
    return valeur.toString();
  }

  private static LocalDate jour(Object valeur, Resource fichier) {
    return switch (valeur) {
      case Date date -> date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
      case String texte -> LocalDate.parse(texte);
      case null,
          default -> throw new IllegalStateException("%s : la date « %s » n'est pas de la forme 2025-01-31.".formatted(fichier.getDescription(),
          valeur));
    };
  }
}
