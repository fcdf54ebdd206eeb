package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.demarrage.ConnexionPostgres;
import fr.jalon.demarrage.DemarrageImpossible;
import fr.jalon.demarrage.PostgresDeTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What somebody who could write SQL in the agents' connection would find behind their role. */
@EssaiWeb
class PorteDesAgentsTest {
  @Autowired
  AccesALaBase acces;
  @Autowired
  HikariDataSource agents;
  @Autowired
  @Qualifier("comptesSource")
  HikariDataSource comptes;
  @Autowired
  @Qualifier("chargementSource")
  HikariDataSource chargement;

  @Test
  void l_application_entre_sous_un_compte_qui_ne_peut_rien_d_autre_que_le_role_des_agents() throws SQLException {
    try (Connection c = agents.getConnection(); Statement s = c.createStatement()) {
      assertThat(un(s, "select session_user || ' ' || current_user")).isEqualTo(acces.agents().utilisateur() + " jalon_application")
          .doesNotStartWith(acces.proprietaire().utilisateur() + " ");
      assertThat(un(s, """
          select concat_ws(' ', rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication) from pg_roles where rolname = session_user"""))
          .isEqualTo("f f f f f f");
      assertThat(un(s, """
          select string_agg(r.rolname, ',') from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles q on q.oid = m.member
          where q.rolname = session_user""")).isEqualTo("jalon_application");
      assertThat(un(s, "select count(*)::text from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = session_user")).isEqualTo("0");
    }
  }

  @Test
  void qui_quitte_le_role_des_agents_trouve_moins_et_jamais_plus() throws SQLException {
    String proprietaire = acces.proprietaire().utilisateur();
    int sorties = 0;
    for (String ordre : List.of("reset role", "set role none", "discard all", "reset all", "set session authorization default",
        "reset session authorization")) {
      try (Connection c = commeLApplication(); Statement s = c.createStatement()) {
        s.execute(ordre);
        // some of these orders leave the role as it is; those that leave it find nothing
        boolean parti = !un(s, "select current_user").equals(PorteDesAgents.ROLE);
        assertThat(un(s, "select current_user")).isIn(PorteDesAgents.ROLE, acces.agents().utilisateur());
        assertThatThrownBy(() -> s.execute("select * from flyway_schema_history")).as(ordre).hasMessageContaining("permission denied");
        for (String table : parti ? List.of("allocataires.personne", "orientation.suivi", "habilitations.agent",
            "journal.trace", "structures.commune")
            : List.<String>of()) {
          assertThatThrownBy(() -> s.execute("select * from " + table)).as(ordre + " puis " + table).hasMessageContaining("permission denied");
        }
        sorties += parti ? 1 : 0;
      }
    }
    assertThat(sorties).as("ordres qui quittent le rôle").isPositive();
    for (String ordre : List.of("set role " + proprietaire, "set role postgres", "set role pg_read_all_data",
        "set session authorization " + proprietaire,
        "set session authorization postgres", "alter role jalon_application superuser", "alter role jalon_application bypassrls",
        "grant " + proprietaire + " to " + acces.agents().utilisateur(), "create role intrus", "alter role " + proprietaire + " password 'x'",
        "alter table allocataires.personne disable row level security", "drop policy lecture on allocataires.personne",
        "create policy tout on allocataires.personne using (true)")) {
      try (Connection c = commeLApplication(); Statement s = c.createStatement()) {
        assertThatThrownBy(() -> s.execute(ordre)).as(ordre).isInstanceOf(SQLException.class)
            .hasMessageMatching("(?s).*(permission denied|must be owner|must have admin|Only roles).*");
        s.execute("reset role");
        assertThatThrownBy(() -> s.execute(ordre)).as("reset role puis " + ordre).isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void le_mot_de_passe_des_agents_n_est_pas_celui_du_proprietaire_et_deux_serveurs_trouvent_le_meme() {
    ConnexionPostgres p = acces.proprietaire();
    AccesALaBase autreServeur = new AccesALaBase(p.url(), p.utilisateur(), p.motDePasse(), "", "");
    assertThat(autreServeur.agents()).isEqualTo(acces.agents());
    assertThat(acces.agents().motDePasse()).isNotEqualTo(p.motDePasse()).hasSizeGreaterThan(40);
    assertThatThrownBy(() -> DriverManager.getConnection(p.url(), p.utilisateur(), acces.agents().motDePasse()))
        .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
    assertThat(new AccesALaBase(p.url(), "rsa", "x", "", "").agents().utilisateur()).isEqualTo("rsa_agents");
    assertThat(new AccesALaBase(p.url(), "rsa", "x", "guichet", "donné").agents()).isEqualTo(new ConnexionPostgres(p.url(), "guichet", "donné"));
  }

  @Test
  void le_compte_des_agents_n_est_pas_celui_du_proprietaire_et_ne_se_donne_pas_sans_son_mot_de_passe() {
    ConnexionPostgres base = PostgresDeTest.nouvelleBaseMigree();
    assertThatThrownBy(() -> new AccesALaBase(base.url(), base.utilisateur(), base.motDePasse(), base.utilisateur(), base.motDePasse()))
        .isInstanceOf(DemarrageImpossible.class).hasMessageContaining("n'est pas celui de JALON_DB_USER");
    assertThatThrownBy(() -> new AccesALaBase(base.url(), base.utilisateur(), base.motDePasse(), "un_role_qui_sert_ailleurs", ""))
        .isInstanceOf(DemarrageImpossible.class).hasMessageContaining("JALON_DB_APPLICATION_PASSWORD").hasMessageContaining("Rien n'a été changé");
  }

  @Test
  void une_installation_d_avant_recoit_son_compte_toute_seule_et_un_mot_de_passe_donne_n_est_jamais_change() {
    ConnexionPostgres base = PostgresDeTest.nouvelleBaseMigree();
    String login = "essai_agents_" + ProcessHandle.current().pid();
    try {
      AccesALaBase donne = new AccesALaBase(base.url(), base.utilisateur(), base.motDePasse(), login, "mot de passe donné");
      assertThatCode(() -> new PorteDesAgents(donne).handle(null, null)).doesNotThrowAnyException();
      assertThatCode(() -> new PorteDesAgents(donne).handle(null, null)).as("une seconde fois").doesNotThrowAnyException();
      AccesALaBase faux = new AccesALaBase(base.url(), base.utilisateur(), base.motDePasse(), login, "un autre");
      assertThatThrownBy(() -> new PorteDesAgents(faux).handle(null, null)).isInstanceOf(DemarrageImpossible.class)
          .hasMessageContaining("create role " + login + " login noinherit").hasMessageContaining("grant jalon_application to " + login)
          .hasMessageContaining("JALON_DB_APPLICATION_PASSWORD");
      assertThatCode(() -> new PorteDesAgents(donne).handle(null, null)).as("celui qui était donné vaut toujours").doesNotThrowAnyException();
      PostgresDeTest.executer("revoke jalon_application from " + login);
      assertThatCode(() -> new PorteDesAgents(donne).handle(null, null)).as("le rôle lui est rendu").doesNotThrowAnyException();
    } finally {
      // a role belongs to the whole server: it would stay for the next runs
      PostgresDeTest.enSuperutilisateur(base, "drop owned by " + login);
      PostgresDeTest.executer("drop role " + login);
    }
  }

  @Test
  void un_postgresql_trop_vieux_est_refuse_par_une_phrase() {
    assertThatCode(() -> AvantLesMigrations.verifierLaVersion(13)).doesNotThrowAnyException();
    assertThatThrownBy(() -> AvantLesMigrations.verifierLaVersion(12)).isInstanceOf(DemarrageImpossible.class).hasMessageContaining("version 12")
        .hasMessageContaining("Mettez-le à jour");
  }

  @Test
  void les_reserves_de_connexions_prennent_les_limites_ecrites_dans_application_yaml() {
    assertThat(Map.of("agents", agents.getMaximumPoolSize(), "comptes", comptes.getMaximumPoolSize(), "chargement", chargement.getMaximumPoolSize()))
        .isEqualTo(Map.of("agents", 16, "comptes", 6, "chargement", 6));
    assertThat(agents.getConnectionTimeout()).isEqualTo(comptes.getConnectionTimeout()).isEqualTo(4_000);
    assertThat(agents.getPoolName()).isEqualTo("agents");
  }

  private Connection commeLApplication() throws SQLException {
    Connection c = new SourceDirecte(acces.agents(), Map.of()).getConnection();
    try (Statement s = c.createStatement()) {
      s.execute("set role " + PorteDesAgents.ROLE);
    }
    return c;
  }

  private static String un(Statement s, String sql) throws SQLException {
    try (ResultSet ligne = s.executeQuery(sql)) {
      ligne.next();
      return ligne.getString(1);
    }
  }
}
