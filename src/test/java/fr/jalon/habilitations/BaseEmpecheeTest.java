package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.demarrage.PostgresDeTest;
import fr.jalon.socle.PanneDeLaBase;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table that somebody holds, a disk that is full, a server with no connection left: each page says it, and nothing is half done. */
@EssaiWeb
class BaseEmpecheeTest {
  private static final int A_LA_FOIS = 40;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Voisinage voisinage;
  @Autowired
  AccesALaBase acces;
  @Autowired
  @Qualifier("chargement")
  JdbcClient proprietaire;
  @LocalServerPort
  int port;

  @Test
  void quarante_agents_devant_une_table_tenue_lisent_une_phrase_et_les_autres_pages_repondent() throws Exception {
    Navigateur agent = connecte("DIRECTION");
    List<HttpResponse<String>> reponses = new ArrayList<>();
    HttpResponse<String> autre;
    try (Connection verrou = PostgresDeTest.dataSource(acces.proprietaire()).getConnection(); Statement s = verrou.createStatement();
        ExecutorService fils = Executors.newVirtualThreadPerTaskExecutor()) {
      verrou.setAutoCommit(false);
      s.execute("lock table orientation.entree in access exclusive mode");
      List<Future<HttpResponse<String>>> demandes = new ArrayList<>();
      for (int i = 0; i < A_LA_FOIS; i++) {
        demandes.add(fils.submit(() -> agent.lire("/nouveaux-entrants")));
      }
      autre = agent.lire("/modeles-de-courrier");
      for (Future<HttpResponse<String>> d : demandes) {
        reponses.add(d.get());
      }
      verrou.rollback();
    }
    assertThat(reponses).hasSize(A_LA_FOIS).allSatisfy(r -> {
      assertThat(r.statusCode()).isEqualTo(503);
      assertThat(r.headers().firstValue("Retry-After")).contains("10");
      assertThat(r.body()).contains("La base de données est occupée").doesNotContain("Exception");
    });
    assertThat(autre.statusCode()).as("une page qui ne touche pas cette table").isEqualTo(200);
    assertThat(agent.lire("/nouveaux-entrants").statusCode()).as("une fois la table rendue").isEqualTo(200);
  }

  @Test
  void une_page_dont_seul_le_menu_lit_une_table_verrouillee_s_ouvre_et_le_menu_n_en_dit_rien() throws Exception {
    voisinage.installer();
    Navigateur agent = connecte("REFERENT", List.of(voisinage.centre()));
    HttpResponse<String> page;
    try (Connection verrou = PostgresDeTest.dataSource(acces.proprietaire()).getConnection(); Statement s = verrou.createStatement()) {
      verrou.setAutoCommit(false);
      s.execute("lock table orientation.reorientation in access exclusive mode");
      // what she does makes the menu count again
      page = agent.suivre(agent.poster("/recherche", Map.of("vers", "/allocataires", "q", "fuite")));
      verrou.rollback();
    }
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Réorientations").doesNotContain("marque-retard");
  }

  @Test
  void le_disque_plein_se_dit_rien_n_est_ecrit_a_moitie_et_la_saisie_se_renvoie() {
    voisinage.installer();
    Voisinage.Voisin agathe = voisinage.voisin("FUITEALPHA");
    Navigateur referent = connecte("REFERENT", List.of(voisinage.centre()));
    String page = "/dossier/" + agathe.id() + "/coordonnees";
    assertThat(referent.lire(page).statusCode()).isEqualTo(200);
    String avant = telephone(agathe);
    Map<String, String> saisie = Map.of("telephone", "06 39 98 12 34", "courriel", "");
    HttpResponse<String> refusee = pendant("""
        create function public.disque_plein() returns trigger security definer language plpgsql as $f$
        begin copy (select generate_series(1, 100000)) to '/dev/full'; return new; end $f$;
        create trigger essai_disque_plein before insert on journal.trace for each row when (new.acte = 'COORDONNEES') execute function public.disque_plein()""",
        "drop trigger essai_disque_plein on journal.trace; drop function public.disque_plein()", _ -> referent.poster(page, saisie));
    assertThat(refusee.statusCode()).isEqualTo(507);
    assertThat(refusee.body()).contains("Le disque du serveur est plein", "Prévenez l", "Envoyer de nouveau",
        "value=\"06 39 98 12 34\"").doesNotContain("COPY", "/dev/full");
    assertThat(refusee.headers().firstValue("Retry-After")).contains("300");
    assertThat(telephone(agathe)).as("l'acte et sa trace vont ensemble").isEqualTo(avant);
    assertThat(referent.poster(page, saisie).statusCode()).as("la place revenue, la même saisie passe").isEqualTo(302);
    assertThat(telephone(agathe)).isEqualTo("+33639981234");
    proprietaire.sql("update allocataires.personne set telephone = ? where id = ?").params(avant, agathe.id()).update();
  }

  @Test
  void un_mot_de_passe_dont_la_trace_ne_s_ecrit_pas_n_est_pas_change() {
    Agent camille = comptoir.agent("DIRECTION");
    Navigateur n = new Navigateur(port);
    n.connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE);
    n.ouvrir("/mon-compte");
    String nouveau = "un renard traverse la place";
    HttpResponse<String> refusee = pendant("""
        create function public.sans_trace() returns trigger language plpgsql as $f$
        begin raise exception 'cannot execute INSERT in a read-only transaction' using errcode = '25006'; end $f$;
        create trigger essai_sans_trace before insert on journal.trace for each row when (new.acte = 'MOT_DE_PASSE_CHANGE') execute function public.sans_trace()""",
        "drop trigger essai_sans_trace on journal.trace; drop function public.sans_trace()",
        _ -> n.poster("/mon-compte/mot-de-passe", Map.of("actuel", Comptoir.MOT_DE_PASSE, "nouveau", nouveau, "confirmation", nouveau)));
    assertThat(refusee.statusCode()).isEqualTo(503);
    assertThat(n.ouvrir("/mon-compte").body()).as("la session n'est pas fermée").contains("Camille DIRECTION");
    assertThat(new Navigateur(port).connecter(camille.identifiant(), Comptoir.MOT_DE_PASSE).body()).as("l'ancien sert toujours")
        .contains("Camille DIRECTION");
  }

  @Test
  void une_cle_d_acces_presentee_a_une_base_occupee_n_est_pas_dite_fausse() throws Exception {
    Navigateur n = new Navigateur(port);
    n.ouvrir("/connexion");
    n.poster("/connexion/cle/options", Map.of());
    String cle = """
        {"id":"AAAA","rawId":"AAAA","credType":"public-key","type":"public-key","clientExtensionResults":{},"response":{"authenticatorData":"AAAA","clientDataJSON":"AAAA","signature":"AAAA"}}""";
    HttpResponse<String> reponse;
    try (Connection verrou = PostgresDeTest.dataSource(acces.proprietaire()).getConnection(); Statement s = verrou.createStatement()) {
      verrou.setAutoCommit(false);
      s.execute("lock table habilitations.user_credentials in access exclusive mode");
      reponse = n.envoyerJson("/connexion/cle", cle);
      verrou.rollback();
    }
    assertThat(reponse.statusCode()).isEqualTo(503);
    n.poster("/connexion/cle/options", Map.of());
    assertThat(n.envoyerJson("/connexion/cle", cle).statusCode()).as("la table rendue, elle est refusée").isEqualTo(401);
  }

  @Test
  void une_base_en_lecture_seule_se_dit_et_la_lecture_continue() {
    voisinage.installer();
    String page = "/dossier/" + voisinage.voisin("FUITEALPHA").id() + "/coordonnees";
    Navigateur referent = connecte("REFERENT", List.of(voisinage.centre()));
    assertThat(referent.lire(page).statusCode()).isEqualTo(200);
    HttpResponse<String> refusee = pendant("""
        create function public.lecture_seule() returns trigger language plpgsql as $f$
        begin raise exception 'cannot execute INSERT in a read-only transaction' using errcode = '25006'; end $f$;
        create trigger essai_lecture_seule before insert on journal.trace for each row when (new.acte = 'COORDONNEES') execute function public.lecture_seule()""",
        "drop trigger essai_lecture_seule on journal.trace; drop function public.lecture_seule()",
        _ -> referent.poster(page, Map.of("telephone", "06 39 98 12 35", "courriel", "")));
    assertThat(refusee.statusCode()).isEqualTo(503);
    assertThat(refusee.body()).contains("lecture seule");
    assertThat(referent.lire(page).statusCode()).isEqualTo(200);
  }

  @Test
  void la_sante_se_demande_sans_compte_sans_session_et_ne_coute_rien_a_repeter() {
    Navigateur passant = new Navigateur(port);
    for (int i = 0; i < 200; i++) {
      HttpResponse<String> r = passant.lire(i % 2 == 0 ? "/sante" : "/sante/pret");
      assertThat(r.statusCode()).isEqualTo(200);
      assertThat(r.headers().map()).doesNotContainKey("set-cookie");
      assertThat(r.body().strip()).isEqualTo(i % 2 == 0 ? "en marche" : "prêt");
    }
    assertThat(passant.session()).isEmpty();
    assertThat(passant.lire("/sante/autre").statusCode()).as("rien d'autre derrière cette adresse").isNotEqualTo(200);
  }

  @Test
  void chaque_panne_dit_quoi_faire_a_l_ecran_et_au_terminal() {
    for (PanneDeLaBase panne : PanneDeLaBase.values()) {
      assertThat(panne.phrase()).endsWith(".").containsAnyOf("éessa", "Prévenez");
      assertThat(panne.auTerminal()).endsWith(".");
      assertThat(panne.statut()).isIn(503, 507);
      assertThat(panne.attente()).isPositive();
    }
  }

  private HttpResponse<String> pendant(String avant, String apres, Function<Void, HttpResponse<String>> acte) {
    PostgresDeTest.enSuperutilisateur(acces.proprietaire(), avant);
    try {
      return acte.apply(null);
    } finally {
      PostgresDeTest.enSuperutilisateur(acces.proprietaire(), apres);
    }
  }

  private String telephone(Voisinage.Voisin v) {
    return proprietaire.sql("select telephone from allocataires.personne where id = ?").param(v.id()).query(String.class).optional().orElse(null);
  }

  private Navigateur connecte(String role) {
    return connecte(role, List.of());
  }

  private Navigateur connecte(String role, List<Integer> territoires) {
    Navigateur navigateur = new Navigateur(port);
    navigateur.connecter(comptoir.agent(role, territoires, List.of()).identifiant(), Comptoir.MOT_DE_PASSE);
    return navigateur;
  }
}
