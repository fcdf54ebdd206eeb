package fr.jalon.justedroit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.personnages.Ardeche;
import fr.jalon.personnages.Caisse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of the right amount as agents use them, on a real PostgreSQL, at 8 September 2025. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"jalon.premier-compte=false", "jalon.departement=07", "jalon.horloge=2025-09-08",
    "jalon.cle=ZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWktZXNzYWk=", "jalon.connexion.essais-par-adresse=1000000"})
@Import({Comptoir.class, Caisse.class, Ardeche.class})
class PagesDuJusteDroitTest {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Ardeche ardeche;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @BeforeEach
  void semer() {
    ardeche.semer();
  }

  @Test
  void la_referente_simule_pour_sophie_et_l_ouverture_est_tracee_sans_que_rien_ne_soit_enregistre() {
    Agent agent = comptoir.agent("REFERENT", List.of(territoire("07186")), List.of());
    Navigateur nav = connecter(agent);
    long sophie = numero("TIFOUR", "SOPHIE");
    String page = nav.ouvrir("/simuler/dossier/" + sophie).body();
    assertThat(page).contains("Simuler un emploi : TIFOUR Sophie").contains("value=\"1977-03-23\"").contains("value=\"2015-06-01\"")
        .contains("value=\"2025-08-10\"");
    assertThat(comptoir.actes(agent.identifiant())).contains("CONSULTATION");
    Map<String, String> champs = formulaire();
    champs.put("personne", "" + sophie);
    HttpResponse<String> r = nav.poster("/simuler", champs);
    assertThat(r.statusCode()).isEqualTo(200);
    assertThat(r.body()).contains("À dire à la personne").contains("Avec ce travail, vous gagnez 800").contains("Fin du RSA")
        .contains("R. 262-7 CASF");
  }

  @Test
  void une_personne_d_un_autre_territoire_ne_se_simule_pas_et_son_nom_ne_sort_pas() {
    Navigateur nav = connecter(comptoir.agent("REFERENT", List.of(territoire("07010")), List.of()));
    long sophie = numero("TIFOUR", "SOPHIE");
    assertThat(nav.lire("/simuler/dossier/" + sophie).statusCode()).isEqualTo(404);
    nav.ouvrir("/simuler");
    Map<String, String> champs = formulaire();
    champs.put("personne", "" + sophie);
    assertThat(nav.poster("/simuler", champs).body()).doesNotContain("TIFOUR").contains("À dire à la personne");
  }

  @Test
  void chaque_erreur_est_a_cote_de_son_champ_et_rien_de_ce_qui_est_ecrit_n_est_perdu() {
    Navigateur nav = connecter(comptoir.agent("DIRECTION"));
    nav.ouvrir("/simuler");
    Map<String, String> champs = formulaire();
    champs.putAll(Map.of("e0-naissance", "1970-01-01", "j-contrat", "CDD", "j-paie", "beaucoup", "aide-logement", "-12", "r0-ensuite",
        "300", "isole", "13/2025"));
    HttpResponse<String> r = nav.poster("/simuler", champs);
    assertThat(r.statusCode()).isEqualTo(422);
    assertThat(r.body()).contains("id=\"erreur-j-paie\"").contains("Écrivez un nombre, par exemple 850").contains("id=\"erreur-j-fin\"")
        .contains("écrivez son dernier jour")
        .contains("id=\"erreur-aide-logement\"").contains("id=\"erreur-r0-nature\"").contains("Dites quel est ce revenu")
        .contains("id=\"erreur-isole\"")
        .contains("value=\"beaucoup\"").contains("value=\"-12\"").contains("value=\"13/2025\"");
    champs.putAll(Map.of("j-fin", "2025-12-31", "j-paie", "900000", "j-unite-paie", "HEURE", "aide-logement", "", "r0-ensuite", "", "isole",
        "", "e0-naissance", ""));
    assertThat(nav.poster("/simuler", champs).body()).contains("id=\"erreur-j-paie\"").contains("dépasse un million");
    champs.putAll(Map.of("e0-naissance", "1970-01-01", "j-unite-paie", "MOIS", "j-paie", "800", "aide-logement", "", "r0-ensuite", "", "isole", ""));
    assertThat(nav.poster("/simuler", champs).body()).contains("id=\"erreur-e0-naissance\"").contains("plus âgé que son parent");
  }

  @Test
  void la_controleuse_lit_les_ecarts_les_exporte_et_ouvre_un_foyer() {
    Agent agent = comptoir.agent("CONTROLE");
    Navigateur nav = connecter(agent);
    String liste = nav.ouvrir("/verifier").body();
    assertThat(liste).contains("BENALI Amina").contains("Un écart n&#39;est pas une faute".replace("&#39;", "'")).contains("/verifier/export");
    assertThat(nav.ouvrir("/verifier?sens=CAISSE_PLUS").body()).doesNotContain("BENALI Amina");
    assertThat(nav.ouvrir("/verifier?seuil=5000").body()).contains("Aucun foyer à ce seuil");
    assertThat(nav.lire("/verifier/export").headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
    String foyer = nav.ouvrir("/verifier/dossier/" + numero("TIFOUR", "SOPHIE")).body();
    assertThat(foyer).contains("Vérifier le droit : TIFOUR Sophie").contains("droit non versé").contains("Ligne par ligne").contains("646,52");
    assertThat(comptoir.actes(agent.identifiant())).contains("CONSULTATION", "EXPORT");
  }

  @Test
  void un_ecart_note_verifie_quitte_la_liste_dit_qui_et_quand_revient_s_il_change_et_se_defait() {
    Agent agent = comptoir.agent("CONTROLE");
    Navigateur nav = connecter(agent);
    String liste = nav.ouvrir("/verifier").body();
    var foyer =
        java.util.regex.Pattern.compile("name=\"foyer\" value=\"(\\d+)\"><input type=\"hidden\" name=\"mois\" value=\"([^\"]+)\"><input type=\"hidden\" name=\"ecart\" value=\"([^\"]+)\"")
        .matcher(liste.substring(liste.indexOf("BENALI Amina")));
    assertThat(foyer.find()).isTrue();
    Map<String, String> note = Map.of("foyer", foyer.group(1), "mois", foyer.group(2), "ecart", foyer.group(3), "note", "Enfant né en août",
        "retour", "/verifier");
    assertThat(nav.suivre(nav.poster("/verifier/verifies", note)).body()).contains("n'est plus dans la liste").doesNotContain("BENALI Amina");
    nav.poster("/verifier/verifies", note);
    assertThat(base.sql("select count(*) from justedroit.verifie where foyer_id = ?").param(Long.valueOf(foyer.group(1))).query(Integer.class)
        .single()).as("un second clic ne note rien de plus").isEqualTo(1);
    String verifies = nav.ouvrir("/verifier?vus=VERIFIES").body();
    assertThat(verifies).contains("BENALI Amina").contains("Vérifié").contains("par Camille CONTROLE, le 08/09/2025").contains("Enfant né en août");

    base.sql("update justedroit.verifie set ecart = ecart + 30 where foyer_id = ?").param(Long.valueOf(foyer.group(1))).update();
    assertThat(nav.ouvrir("/verifier").body()).as("un autre écart est à regarder de nouveau").contains("BENALI Amina");
    base.sql("update justedroit.verifie set ecart = ecart - 30 where foyer_id = ?").param(Long.valueOf(foyer.group(1))).update();

    long id = base.sql("select id from justedroit.verifie where foyer_id = ?").param(Long.valueOf(foyer.group(1))).query(Long.class).single();
    assertThat(nav.suivre(nav.poster("/verifier/verifies/" + id + "/annuler", Map.of("retour", "/verifier"))).body())
        .contains("de nouveau dans la liste").contains("BENALI Amina");
    assertThat(nav.suivre(nav.poster("/verifier/verifies/" + id + "/annuler", Map.of("retour", "/verifier"))).body()).contains("déjà annulée");
    assertThat(nav.suivre(nav.poster("/verifier/verifies", Map.of("foyer", foyer.group(1), "mois", "hier", "ecart", "beaucoup"))).body())
        .contains("Rechargez la page");
    assertThat(comptoir.actes(agent.identifiant())).contains("VERIFICATION");
  }

  @Test
  void chacun_n_ouvre_que_les_pages_de_son_role() {
    assertThat(statuts("SECRETARIAT")).containsExactly(403, 403, 403);
    assertThat(statuts("PARTENAIRE")).containsExactly(403, 403, 403);
    assertThat(statuts("REFERENT")).containsExactly(200, 403, 403);
    assertThat(statuts("CONTROLE")).containsExactly(200, 200, 403);
    assertThat(statuts("ALLOCATION")).containsExactly(200, 200, 200);
    assertThat(statuts("DIRECTION")).containsExactly(200, 403, 200);
  }

  @Test
  void les_136_postes_de_2024_s_affichent_et_s_exportent() {
    Navigateur nav = connecter(comptoir.agent("ALLOCATION"));
    String adresse = "?annee=2024&postes=136&montant=ANNEE_PRECEDENTE";
    assertThat(nav.ouvrir("/aide-au-poste" + adresse).body()).contains("872\u202f826,24");
    assertThat(nav.lire("/aide-au-poste/export" + adresse).headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
    assertThat(nav.lire("/aide-au-poste?annee=1900&postes=0").statusCode()).isEqualTo(422);
    assertThat(nav.lire("/aide-au-poste/export?annee=x").statusCode()).isEqualTo(400);
  }

  private List<Integer> statuts(String role) {
    Navigateur nav = connecter(comptoir.agent(role));
    return List.of(nav.lire("/simuler").statusCode(), nav.lire("/verifier").statusCode(), nav.lire("/aide-au-poste").statusCode());
  }

  private static Map<String, String> formulaire() {
    return new TreeMap<>(Map.of("premier", "2025-09", "a0-naissance", "1977-03-23", "j-contrat", "CDI", "j-debut", "2025-10-01", "j-heures", "20",
        "j-paie", "800", "action", "calculer"));
  }

  private Navigateur connecter(Agent agent) {
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }

  private int territoire(String commune) {
    return base.sql("select territoire_id from structures.commune where code = ?").param(commune).query(Integer.class).single();
  }

  private long numero(String nom, String prenom) {
    return base.sql("select id from allocataires.personne where nom = ? and prenom = ?").params(nom, prenom).query(Long.class).single();
  }
}
