package fr.jalon.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.Jalon;
import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.PostgresDeTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first start on an empty database writes, and what the next ones leave alone. */
class CreationDeLInstanceTest {

  @Test
  void l_ardeche_a_quatre_territoires_et_toutes_ses_communes_en_ont_un() {
    ConnexionPostgres connexion = PostgresDeTest.nouvelleBase();
    JdbcClient base = JdbcClient.create(PostgresDeTest.dataSource(connexion));
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "07")) {
      Structures structures = jalon.getBean(Structures.class);
      assertThat(structures.departement()).isEqualTo(new Departement("07", "Ardèche"));
      assertThat(structures.territoires()).extracting(Territoire::nom).hasSize(4).contains("Centre", "Nord", "Sud-Est", "Sud-Ouest");
      assertThat(structures.communes(null)).isEmpty();
      assertThat(structures.territoireDeLaCommune("07186")).isEqualTo(structures.territoires().getFirst().id());
      assertThat(structures.territoireDeLaCommune("75056")).isNull();
      assertThat(structures.territoireDeLaCommune(null)).isNull();
      assertThat(base.sql("select count(*) from structures.commune").query(Integer.class).single()).isGreaterThan(34_000);
      assertThat(structures.referents()).extracting(Referent::nom).contains("Delphine Jouve");
      base.sql("update structures.organisation set nom = 'Renommée' where code = 'CMS-PRIVAS'").update();
    }
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "07")) {
      assertThat(jalon.getBean(Structures.class).organisations()).extracting(Organisation::nom).contains("Renommée");
    }
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "")) {
      assertThat(jalon.getBean(Structures.class).departement().code()).isEqualTo("07");
    }
    assertThatThrownBy(() -> demarrer(connexion, "26")).hasStackTraceContaining("Cette base est celle de : Ardèche (07)");
  }

  @Test
  void un_departement_sans_fichier_a_un_territoire_a_son_nom_et_deux_organisations() {
    ConnexionPostgres connexion = PostgresDeTest.nouvelleBaseMigree();
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "52")) {
      Structures structures = jalon.getBean(Structures.class);
      assertThat(structures.territoires()).extracting(Territoire::nom).containsExactly("Haute-Marne");
      assertThat(structures.territoireDeLaCommune("52121")).isEqualTo(structures.territoires().getFirst().id());
      assertThat(structures.organisations()).extracting(Organisation::nom)
          .containsExactlyInAnyOrder("Département de la Haute-Marne", "France Travail");
    }
  }

  @Test
  void un_vrai_departement_commence_sans_aucun_referent_ni_organisme_invente() {
    for (String code : java.util.List.of("01", "06", "07", "26")) {
      try (ConfigurableApplicationContext jalon = demarrer(PostgresDeTest.nouvelleBaseMigree(), code, "jalon.structures-fictives=false")) {
        Structures structures = jalon.getBean(Structures.class);
        assertThat(structures.referents()).as(code).isEmpty();
        assertThat(structures.sites()).as(code).isEmpty();
        assertThat(structures.organisations()).as(code).extracting(Organisation::nature).containsExactlyInAnyOrder("DEPARTEMENT", "FRANCE_TRAVAIL");
        assertThat(structures.territoires()).as(code).isNotEmpty();
        assertThat(structures.communes(null)).as("communes sans territoire dans le " + code).isEmpty();
      }
    }
  }

  @Test
  void une_instance_vide_ouverte_en_demonstration_recoit_les_organismes_inventes_et_eux_seuls() {
    ConnexionPostgres connexion = PostgresDeTest.nouvelleBaseMigree();
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "07", "jalon.structures-fictives=false")) {
      assertThat(jalon.getBean(Structures.class).referents()).isEmpty();
    }
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "07")) {
      assertThat(jalon.getBean(Structures.class).referents()).extracting(Referent::nom).contains("Delphine Jouve");
      assertThat(jalon.getBean(Structures.class).organisations()).extracting(Organisation::code).doesNotHaveDuplicates().doesNotContain("CD");
    }
  }

  @Test
  void les_organismes_qu_un_vrai_departement_a_ecrits_restent_quand_sa_base_est_ouverte_en_demonstration() {
    ConnexionPostgres connexion = PostgresDeTest.nouvelleBaseMigree();
    JdbcClient base = JdbcClient.create(PostgresDeTest.dataSource(connexion));
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "07", "jalon.structures-fictives=false")) {
      base.sql("insert into structures.organisation (code, nom, nature, parcours) values ('CCAS-V', 'CCAS de Valgorge', 'EXTERNE', '{SOCIAL}')")
          .update();
    }
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "07")) {
      assertThat(jalon.getBean(Structures.class).organisations()).extracting(Organisation::code).containsExactlyInAnyOrder("CD", "FT", "CCAS-V");
    }
    base.sql("delete from structures.organisation where code = 'CCAS-V'").update();
    base.sql("update structures.organisation set nom = 'Le Département' where code = 'CD'").update();
    try (ConfigurableApplicationContext jalon = demarrer(connexion, "07")) {
      assertThat(jalon.getBean(Structures.class).organisations()).extracting(Organisation::nom).contains("Le Département").hasSize(2);
    }
  }

  @Test
  void un_code_inconnu_est_refuse_par_une_phrase() {
    assertThatThrownBy(() -> demarrer(PostgresDeTest.nouvelleBaseMigree(), "99")).hasStackTraceContaining("n'est pas le code d'un Département");
  }

  private static ConfigurableApplicationContext demarrer(ConnexionPostgres connexion, String departement, String... autres) {
    return new SpringApplicationBuilder(Jalon.class).web(WebApplicationType.NONE).properties(autres).properties("jalon.departement=" + departement,
        "jalon.db.url=" + connexion.url(), "jalon.db.user=" + connexion.utilisateur(), "jalon.db.password=" + connexion.motDePasse(),
        "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.premier-compte=false").run();
  }
}
