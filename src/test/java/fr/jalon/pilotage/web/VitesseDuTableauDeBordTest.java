package fr.jalon.pilotage.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.AgentSysteme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The dashboard at past dates on 100 000 persons with five years of history: computed, then given again. A measure, not a check of every build:
 * {@code mvn test -Dtest=VitesseDuTableauDeBordTest -Djalon.mesure=true}.
 */
@EnabledIfSystemProperty(named = "jalon.mesure", matches = "true")
@SpringBootTest(properties = {"jalon.premier-compte=false", "logging.level.fr.jalon.pilotage=debug"})
class VitesseDuTableauDeBordTest {
  @Autowired
  ComposerTableauDeBord composer;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void le_tableau_de_bord_a_une_date_passee() throws Exception {
    if (base.sql("select count(*) from allocataires.foyer").query(Long.class).single() == 0) {
      base.sql(new ClassPathResource("pilotage/cent_mille_personnes.sql").getContentAsString(StandardCharsets.UTF_8)).update();
    }
    List<Long> durees = new ArrayList<>();
    List<Long> processeur = new ArrayList<>();
    for (String au : List.of("2023-03-31", "2025-08-31", "2021-10-31", "2024-06-30", "2022-12-31", "2023-03-31", "2025-08-31", "2024-01-31")) {
      long debut = System.nanoTime();
      long debutProcesseur = processeurDePostgresql();
      TableauDeBord tableau = systeme.agir("mesure", () -> composer.au(LocalDate.parse(au)));
      durees.add((System.nanoTime() - debut) / 1_000_000);
      processeur.add(processeurDePostgresql() - debutProcesseur);
      assertThat(tableau.chiffres().getFirst().valeur().valeur().intValue()).isGreaterThan(10_000);
    }
    System.out.println("Tableau de bord, en ms : " + durees + ", dont processeur de PostgreSQL (deux cœurs se le partagent) : " + processeur
        + " ; la sixième et la septième dates sont les deux premières, redemandées");
  }

  /** Milliseconds of processor that the connections of this database have used so far: unlike the time on the wall, blind to the neighbours. */
  private long processeurDePostgresql() {
    long total = 0;
    for (long pid : base.sql("select pid from pg_stat_activity where datname = current_database()").query(Long.class).list()) {
      try {
        String[] champs = Files.readString(Path.of("/proc/" + pid + "/stat")).replaceFirst(".*\\) ", "").split(" ");
        total += (Long.parseLong(champs[11]) + Long.parseLong(champs[12])) * 10;
      } catch (IOException e) {
        // a PostgreSQL of another machine or another system: only the wall is measured
      }
    }
    return total;
  }
}
