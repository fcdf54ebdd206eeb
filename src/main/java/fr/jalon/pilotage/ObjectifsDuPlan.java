package fr.jalon.pilotage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yaml.snakeyaml.Yaml;

/** The figures that the plan of the Département promises: {@code departements/NN/objectifs.yaml}. */
@Component
public class ObjectifsDuPlan {
  private final JdbcClient base;
  private final String demande;
  private final Map<String, Plan> lus = new ConcurrentHashMap<>();

  ObjectifsDuPlan(JdbcClient base, @Value("${jalon.departement:}") String departement) {
    this.base = base;
    this.demande = departement.strip();
  }

  /**
   * A plan and its targets, in the order of the file.
   *
   * @param source name of the plan; empty when the Département has no file
   */
  public record Plan(String source, List<Objectif> objectifs) {}

  /** The plan of the Département of this instance; without any target when there is no file. */
  @Transactional(readOnly = true)
  public Plan plan() {
    String departement = base.sql("select code from structures.departement").query(String.class).optional().orElse(demande);
    return lus.computeIfAbsent(departement, ObjectifsDuPlan::lire);
  }

  @SuppressWarnings("unchecked")
  private static Plan lire(String departement) {
    ClassPathResource fichier = new ClassPathResource("departements/" + departement + "/objectifs.yaml");
    if (departement.isEmpty() || !fichier.exists()) {
      return new Plan("", List.of());
    }
    try (InputStream flux = fichier.getInputStream()) {
      Map<String, Object> racine = new Yaml().load(flux);
      return new Plan(String.valueOf(racine.get("source")),
          ((List<Map<String, Object>>) racine.get("objectifs")).stream().map(ObjectifsDuPlan::objectif).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Objectif objectif(Map<String, Object> o) {
    LocalDate echeance = o.get("echeance") instanceof Date jour ? jour.toInstant().atZone(ZoneOffset.UTC).toLocalDate() : null;
    return new Objectif(o.get("indicateur").toString(), o.get("libelle").toString(), new BigDecimal(o.get("valeur").toString()),
        o.get("unite").toString(),
        "AU_MOINS".equals(o.get("sens")), echeance, "DOUZE_MOIS".equals(o.get("periode")), o.get("source").toString());
  }
}
