package fr.jalon.habilitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agent often asks of a list is kept under a name, for her and for those her responsable shares it with; nobody followed is in it. */
@EssaiWeb
class VuesEnregistreesTest {
  private static final String SOCIAUX = "/mes-personnes?onglet=sans-rendez-vous&parcours=social";
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Oublis oublis;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Agent ines;
  private Navigateur nav;
  private int territoire;

  @BeforeEach
  void ines_est_referente() {
    territoire = 7400 + ++essai;
    ines = comptoir.agent("REFERENT", List.of(territoire), List.of());
    nav = connecter(ines);
  }

  @Test
  void ses_filtres_gardes_sous_un_nom_se_retrouvent_au_dessus_de_la_liste_et_celui_ou_elle_est_est_marque() {
    assertThat(page("/mes-personnes")).doesNotContain("Enregistrer cette vue").doesNotContain("Gérer les vues");
    assertThat(page(SOCIAUX)).contains("Enregistrer cette vue");
    HttpResponse<String> fait = nav.suivre(garder(SOCIAUX, "Sociaux à voir"));
    assertThat(fait.body()).contains("La vue « Sociaux à voir » est enregistrée.").doesNotContain("Enregistrer cette vue")
        .containsPattern("aria-current=\"true\">Sociaux à voir");
    assertThat(page("/mes-personnes")).contains("Sociaux à voir").containsPattern("aria-current=\"true\">Tout");
    assertThat(nav.lire("/vues/" + derniere()).headers().firstValue("Location").orElseThrow()).endsWith(SOCIAUX);
    assertThat(page("/nouveaux-entrants?file=retard")).as("une vue est d'une liste").doesNotContain("Sociaux à voir");
  }

  @Test
  void le_nom_cherche_n_est_pas_garde_ni_un_mot_glisse_dans_l_adresse() {
    assertThat(page("/mes-personnes?onglet=sans-rendez-vous&nom=MARTIN")).contains("sansNom=true");
    assertThat(nav.suivre(nav.ouvrir("/vues/nouvelle?adresse=https%3A%2F%2Fexemple.fr%2F")).body()).as("ce n'est pas une liste")
        .contains("Filtrez d'abord une liste").doesNotContain("exemple.fr");
    assertThat(page("/vues/nouvelle?adresse=%2Fmes-personnes%3Fparcours%3Dsocial&sansNom=true")).contains("Le nom cherché n'est pas gardé");
    garder("/mes-personnes?onglet=sans-rendez-vous&nom=MARTIN", "Sans nom");
    garder("/nouveaux-entrants?file=retard&commune=MARTIN+Anne", "Sans commune");
    garder("/reexamens?file=retard&suivi=12", "Sans suivi");
    assertThat(base.sql("select filtres from habilitations.vue where agent = ? order by id").param(ines.identifiant()).query(String.class).list())
        .containsExactly("onglet=sans-rendez-vous", "file=retard", "file=retard");
  }

  @Test
  void un_nom_qui_manque_deja_pris_ou_qui_est_un_numero_de_personne_est_dit_a_cote_et_rien_n_est_garde() {
    String deja = garder(SOCIAUX, "Prise").headers().firstValue("Location").orElseThrow();
    assertThat(deja).endsWith(SOCIAUX);
    assertThat(garder(SOCIAUX, " prise ").statusCode()).as("un double clic garde la vue une fois").isEqualTo(302);
    refuse("/mes-personnes?onglet=sans-contact", "Prise", "porte ce nom", "VUE_DEJA_NOMMEE");
    refuse(SOCIAUX, " ", "Donnez un nom à cette vue", "VUE_SANS_NOM");
    refuse(SOCIAUX, "2 85 05 78 006 084 91", "ne porte pas de numéro de sécurité sociale", "VUE_AU_NOM_D_UNE_PERSONNE");
    refuse("/mes-personnes", "Rien", "Choisissez d'abord des filtres", "VUE_SANS_FILTRE");
    refuse("/mon-compte?x=1", "Rien", "n'est pas une liste", "VUE_DE_RIEN");
    assertThat(siennes()).containsExactly("Prise");
    for (int i = 1; i < 30; i++) {
      garder(SOCIAUX, "Vue " + i);
    }
    refuse(SOCIAUX, "De trop", "supprimez-en une", "VUES_TROP_NOMBREUSES");
  }

  @Test
  void elle_renomme_supprime_et_retablit_et_deux_onglets_se_le_disent() {
    garder(SOCIAUX, "Avant");
    long id = derniere();
    Navigateur autre = connecter(ines);
    autre.ouvrir("/vues/" + id + "/modifier");
    page("/vues/" + id + "/modifier");
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/modifier", Map.of("nom", "Après"))).body()).contains("La vue « Après » est enregistrée.");
    HttpResponse<String> perime = autre.poster("/vues/" + id + "/modifier", Map.of("nom", "Ailleurs"));
    assertThat(perime.statusCode()).isEqualTo(409);
    assertThat(perime.body()).contains("Vous avez vous-même changé cette vue").contains("Ailleurs");
    page("/vues");
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/supprimer", Map.of())).body()).contains("La vue « Après » est supprimée");
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/supprimer", Map.of())).body()).contains("était déjà supprimée");
    assertThat(page("/mes-personnes")).doesNotContain("Après");
    assertThat(nav.ouvrir("/vues/" + id).body()).contains("Cette vue n'existe plus");
    garder(SOCIAUX, "Après");
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/retablir", Map.of())).body()).as("VUE_DEJA_NOMMEE").contains("renommez-la d'abord");
    nav.suivre(nav.poster("/vues/" + derniere() + "/supprimer", Map.of()));
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/retablir", Map.of())).body()).contains("La vue « Après » est rétablie.");
    assertThat(page("/mes-personnes")).contains("Après");
    base.sql("update habilitations.vue set supprimee_le = ? where agent = ? and id <> ?").params(OffsetDateTime.parse("2020-01-01T00:00:00Z"),
        ines.identifiant(), id).update();
    oublis.oublier();
    assertThat(siennes()).as("trente jours passés, elle ne revient plus").containsExactly("Après");
  }

  @Test
  void la_vue_choisie_s_ouvre_par_le_menu_et_tout_revient_a_la_liste_entiere() {
    nav.suivre(nav.poster("/vues/nouvelle", Map.of("adresse", SOCIAUX, "nom", "Au menu", "parDefaut", "true")));
    long id = derniere();
    assertThat(page("/ma-journee")).contains("href=\"/vues/" + id + "\"");
    assertThat(page("/mes-personnes")).as("l'adresse nue montre tout").contains("href=\"/mes-personnes\" aria-current=\"true\">Tout")
        .contains("ouverte par le menu");
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/hors-du-menu", Map.of())).body()).contains("de nouveau la liste entière")
        .contains("href=\"/mes-personnes\"");
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/au-menu", Map.of())).body()).contains("Le menu ouvre maintenant la vue « Au menu »");
    nav.suivre(nav.poster("/vues/" + id + "/supprimer", Map.of()));
    assertThat(page("/ma-journee")).as("supprimée, le menu ouvre tout").doesNotContain("/vues/" + id);
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/au-menu", Map.of())).body()).as("VUE_INCONNUE").contains("n'existe plus");
  }

  @Test
  void sa_responsable_partage_une_vue_avec_son_territoire_et_personne_ne_la_change_pour_elle() {
    Navigateur responsable = connecter(comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(territoire), List.of()));
    responsable.suivre(responsable.poster("/vues/nouvelle", Map.of("adresse", SOCIAUX, "nom", "Pour l'équipe", "partagee", "true")));
    long id = derniere();
    assertThat(page("/mes-personnes")).contains("Pour l'équipe").contains("partagée par Camille RESPONSABLE_TERRITOIRE");
    assertThat(nav.ouvrir("/vues/" + id).body()).contains("Pour l'équipe");
    assertThat(nav.lire("/vues/" + id + "/modifier").statusCode()).isEqualTo(404);
    nav.suivre(nav.poster("/vues/" + id + "/supprimer", Map.of()));
    assertThat(nav.suivre(nav.poster("/vues/" + id + "/au-menu", Map.of())).body()).contains("Le menu ouvre maintenant");
    Navigateur ailleurs = connecter(comptoir.agent("REFERENT", List.of(territoire + 500), List.of()));
    assertThat(ailleurs.ouvrir("/mes-personnes").body()).doesNotContain("Pour l'équipe");
    assertThat(ailleurs.ouvrir("/vues/" + id).body()).contains("n'est plus partagée avec vous");
    responsable.ouvrir("/vues/" + id + "/modifier");
    responsable.suivre(responsable.poster("/vues/" + id + "/modifier", Map.of("nom", "Pour moi")));
    assertThat(page("/mes-personnes")).doesNotContain("Pour l'équipe").doesNotContain("Pour moi");
  }

  @Test
  void une_referente_ne_partage_pas_et_le_formulaire_le_dit() {
    HttpResponse<String> refus = nav.poster("/vues/nouvelle", Map.of("adresse", SOCIAUX, "nom", "Partage", "partagee", "true"));
    assertThat(refus.statusCode()).as("PARTAGE_NON_PERMIS").isEqualTo(422);
    assertThat(refus.body()).contains("Votre rôle ne partage pas de vue").contains("value=\"Partage\"");
    assertThat(siennes()).isEmpty();
  }

  @Test
  void une_vue_dont_un_filtre_n_existe_plus_s_ouvre_et_le_dit() {
    garder(SOCIAUX, "Vieille");
    base.sql("update habilitations.vue set filtres = 'onglet=sans-contact&parcours=inconnu&referent=999999&territoire=888888&disparu=1' where id = ?")
        .param(derniere()).update();
    HttpResponse<String> ouverte = nav.lire("/vues/" + derniere());
    assertThat(ouverte.headers().firstValue("Location").orElseThrow()).endsWith("/mes-personnes?onglet=sans-contact");
    assertThat(nav.suivre(ouverte).body()).contains("demandait quelque chose qui n'existe plus (parcours, référent, territoire)");
    assertThat(page("/mes-personnes?territoire=888888")).as("une adresse gardée en favori le dit aussi").contains("n'est plus proposé");
  }

  @Test
  void les_vues_d_un_acces_retire_attendent_trente_jours_qu_il_soit_rendu_puis_s_effacent() {
    garder(SOCIAUX, "Partie");
    nav.suivre(nav.poster("/vues/" + derniere() + "/au-menu", Map.of()));
    Navigateur administration = connecter(comptoir.agent("ADMINISTRATION"));
    administration.poster("/habilitations/" + ines.id() + "/desactiver", Map.of());
    oublis.oublier();
    administration.poster("/habilitations/" + ines.id() + "/reactiver", Map.of());
    nav = connecter(ines);
    assertThat(page("/ma-journee")).as("l'accès rendu, elle la retrouve, et le menu aussi").contains("href=\"/vues/" + derniere() + "\"");
    base.sql("update habilitations.agent set actif = false, desactive_le = '2020-01-01T00:00:00Z' where id = ?").param(ines.id()).update();
    oublis.oublier();
    assertThat(siennes()).isEmpty();
  }

  @Test
  void une_vue_partagee_se_retablit_pour_elle_seule_quand_elle_ne_peut_plus_la_partager_la() {
    Agent responsable = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(territoire, territoire + 500), List.of());
    Navigateur sienne = connecter(responsable);
    for (String droit : List.of("territoire", "partage")) {
      String nom = "Perdu " + droit;
      sienne.suivre(sienne.poster("/vues/nouvelle", Map.of("adresse", SOCIAUX, "nom", nom, "partagee", "true")));
      long id = derniere();
      sienne.suivre(sienne.poster("/vues/" + id + "/supprimer", Map.of()));
      assertThat(sienne.suivre(sienne.poster("/vues/" + id + "/retablir", Map.of())).body()).as("elle peut encore")
          .contains("La vue « " + nom + " » est rétablie.").doesNotContain("plus partagée");
      assertThat(page("/mes-personnes")).contains(nom);
      sienne.suivre(sienne.poster("/vues/" + id + "/supprimer", Map.of()));
      base.sql(droit.equals("partage") ? "update habilitations.agent set role = 'REFERENT' where id = ?"
          : "update habilitations.agent set territoires = array[%d] where id = ?".formatted(territoire)).param(responsable.id()).update();
      sienne = connecter(responsable);
      assertThat(sienne.suivre(sienne.poster("/vues/" + id + "/retablir", Map.of())).body()).contains("La vue « " + nom + " » est rétablie.")
          .contains("plus partagée").contains(nom);
      assertThat(page("/mes-personnes")).as(droit).doesNotContain(nom);
    }
  }

  private HttpResponse<String> garder(String adresse, String nom) {
    return nav.poster("/vues/nouvelle", Map.of("adresse", adresse, "nom", nom));
  }

  private void refuse(String adresse, String nom, String phrase, String code) {
    HttpResponse<String> refus = garder(adresse, nom);
    assertThat(refus.statusCode()).as(code).isEqualTo(422);
    assertThat(refus.body()).as(code).contains(phrase);
  }

  private List<String> siennes() {
    return base.sql("select nom from habilitations.vue where agent = ?").param(ines.identifiant()).query(String.class).list();
  }

  private long derniere() {
    return base.sql("select max(id) from habilitations.vue").query(Long.class).single();
  }

  private String page(String adresse) {
    HttpResponse<String> page = nav.ouvrir(adresse);
    assertThat(page.statusCode()).as(adresse).isEqualTo(200);
    return page.body().replace("&#39;", "'").replace("&amp;", "&");
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
