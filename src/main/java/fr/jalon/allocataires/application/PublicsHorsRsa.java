package fr.jalon.allocataires.application;

import fr.jalon.allocataires.domaine.PublicHorsRsa;
import fr.jalon.structures.Departement;
import fr.jalon.structures.Structures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The publics outside the RSA: those that the plans name, as this Département says them ({@code departements/NN/publics.yaml}). Read once. */
@Component
public class PublicsHorsRsa {
  private final Structures structures;
  private volatile List<PublicHorsRsa> lus;

  PublicsHorsRsa(Structures structures) {
    this.structures = structures;
  }

  /** Those under which somebody may be registered, in the order of the file. */
  public List<PublicHorsRsa> proposes() {
    return tous().stream().filter(PublicHorsRsa::propose).toList();
  }

  /** All, with those that only served before. */
  public List<PublicHorsRsa> tous() {
    if (lus == null) {
      String code = structures.departementConnu().map(Departement::code).orElse(null);
      List<PublicHorsRsa> tous = lire(code);
      if (code == null) {
        return tous;
      }
      lus = tous;
    }
    return lus;
  }

  /** What a code is called; the code itself when nobody knows it any more. */
  public String libelle(String code) {
    return tous().stream().filter(p -> p.code().equals(code)).findFirst().map(PublicHorsRsa::libelle).orElse(code);
  }

  /** @param departement code, or {@code null} for those that the plans share */
  static List<PublicHorsRsa> lire(String departement) {
    Map<String, Map<String, Object>> dits = new LinkedHashMap<>(texte(new ClassPathResource("horsrsa/publics.yaml")));
    ClassPathResource propre = new ClassPathResource("departements/" + departement + "/publics.yaml");
    if (propre.exists()) {
      texte(propre).forEach((code, sien) -> {
        Map<String, Object> melange = new LinkedHashMap<>(dits.getOrDefault(code, Map.of()));
        melange.putAll(sien);
        dits.put(code, melange);
      });
    }
    return dits.entrySet().stream().map(e -> new PublicHorsRsa(e.getKey(), (String) e.getValue().get("libelle"), (String) e.getValue().get("aide"),
        (String) e.getValue().get("plan"), (String) e.getValue().get("avant_age"), !Boolean.TRUE.equals(e.getValue().get("absent")))).toList();
  }

  private static Map<String, Map<String, Object>> texte(ClassPathResource fichier) {
    try (InputStream flux = fichier.getInputStream()) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(flux);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
