package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of the persons to orient and the form, as a secretary uses them. Today is 20 October 2025. */
@EssaiArdeche
class PagesDOrientationTest {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void la_secretaire_voit_la_personne_en_retard_l_oriente_et_peut_annuler() {
    Personne p = entrante("ZAVATTA", 3, LocalDate.of(2025, 8, 1));
    Navigateur nav = connecter("SECRETARIAT", 3);
    String liste = nav.ouvrir("/nouveaux-entrants").body();
    assertThat(liste).contains("ZAVATTA Ana").contains("de retard").contains("Première demande").contains("12/09/2025");
    assertThat(nav.ouvrir("/nouveaux-entrants?file=a-temps").body()).doesNotContain("ZAVATTA");
    assertThat(nav.ouvrir("/nouveaux-entrants?file=retard&nom=zavat&motif=PRIMO_DEMANDEUR&territoire=3").body()).contains("ZAVATTA Ana");

    String formulaire = nav.ouvrir("/orientations/nouvelle?personne=" + p.id()).body();
    assertThat(formulaire).contains("Orientation de ZAVATTA Ana").contains("<optgroup").contains("limite légale le 12 septembre 2025");
    int organisation = structures.organisations().stream().filter(o -> o.territoires().contains(3)).findFirst().orElseThrow().id();
    HttpResponse<String> reponse = nav.suivre(nav.poster("/orientations", Map.of("personne", "" + p.id(), "parcours", "SOCIAL",
        "destination", "" + organisation, "notifieLe", "2025-10-17", "retour", "/nouveaux-entrants?file=retard")));
    assertThat(reponse.body()).contains("Orientation de ZAVATTA Ana enregistrée").contains("Annuler cette orientation");
    assertThat(nav.ouvrir("/nouveaux-entrants").body()).doesNotContain("ZAVATTA");

    Matcher suivi = Pattern.compile("/orientations/(\\d+)/annuler").matcher(reponse.body());
    assertThat(suivi.find()).isTrue();
    assertThat(nav.suivre(nav.poster("/orientations/" + suivi.group(1) + "/annuler", Map.of("raison", "Erreur de saisie"))).body())
        .contains("la personne attend de nouveau").contains("ZAVATTA Ana");
  }

  @Test
  void les_pages_disent_les_delais_des_parametres() {
    Navigateur nav = connecter("SECRETARIAT", 3);
    assertThat(nav.ouvrir("/nouveaux-entrants").body()).contains("de la MSA : 42 jours (");
    assertThat(nav.ouvrir("/reexamens").body()).contains("se réexamine au bout de 6 mois, 12 mois quand");
  }

  @Test
  void un_refus_se_lit_en_haut_du_formulaire_avec_son_article() {
    Personne p = entrante("REFUSEE", 3, LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("SECRETARIAT", 3);
    nav.ouvrir("/nouveaux-entrants");
    HttpResponse<String> reponse = nav.poster("/orientations", Map.of("personne", "" + p.id(), "parcours", "SOCIAL",
        "destination", "" + structures.organisations().getFirst().id(), "notifieLe", "2025-09-30", "retour", "/nouveaux-entrants"));
    assertThat(reponse.statusCode()).isEqualTo(422);
    assertThat(reponse.body()).contains("a été reçue le 03/10/2025").contains("D. 262-65-2 CASF").contains("value=\"2025-09-30\"");
  }

  @Test
  void une_saisie_incomplete_dit_quoi_corriger_a_cote_du_champ() {
    Personne p = entrante("INCOMPLETE", 3, LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("SECRETARIAT", 3);
    nav.ouvrir("/nouveaux-entrants");
    HttpResponse<String> reponse = nav.poster("/orientations", Map.of("personne", "" + p.id(), "notifieLe", "2025-10-10", "retour", "//ailleurs.fr"));
    PageRefusee.dit(reponse, "PARCOURS_ABSENT", "parcours", "Choisissez un parcours.");
    PageRefusee.dit(reponse, "ORGANISATION_INCONNUE", "destination", "Choisissez l'organisation, ou un référent.");
    assertThat(reponse.body()).doesNotContain("href=\"//ailleurs.fr\"");
    assertThat(base.sql("select count(*) from orientation.suivi where personne_id = ?").param(p.id()).query(Integer.class).single()).isZero();
  }

  @Test
  void maintenir_sans_cocher_personne_le_dit_la_ou_l_on_coche_et_une_liste_qui_n_est_plus_gardee_ne_s_annule_pas_d_ici() {
    Personne due = entrante("AREEXAMINER", 3, LocalDate.of(2025, 3, 3));
    Navigateur nav = connecter("SECRETARIAT", 3);
    nav.ouvrir("/reexamens");
    nav.suivre(nav.poster("/orientations", Map.of("personne", "" + due.id(), "parcours", "SOCIAL", "destination", "" + structures.organisations()
        .getFirst().id(), "notifieLe", "2025-03-10")));
    HttpResponse<String> maintien = nav.poster("/reexamens/maintenir", Map.of("raison", "Soins en cours", "le", "2025-10-20"));
    PageRefusee.dit(maintien, "PERSONNE_ABSENTE", "suivis", "Cochez au moins une personne.");
    assertThat(maintien.body()).contains("Soins en cours").contains("AREEXAMINER Ana");
    PageRefusee.dit(nav.suivre(nav.poster("/orientations/affectation/annuler", Map.of("raison", "Mauvaise liste"))), "RIEN_A_ANNULER",
        "Cette liste n'est plus gardée");
    PageRefusee.dit(nav.suivre(nav.poster("/orientations/affectation/annuler", Map.of("suivis", "987654321"))), "RIEN_A_ANNULER",
        "Dites pourquoi la liste est annulée");
  }

  @Test
  void le_dossier_montre_l_echeance_puis_le_parcours_et_le_referent() {
    Personne p = entrante("DOSSIERE", 3, LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("REFERENT", 3);
    assertThat(nav.ouvrir("/dossier/" + p.id() + "/parcours").body()).contains("Orientation et suivi")
        .contains("À orienter au plus tard le 14 novembre 2025");
    var referent = structures.referents().stream()
        .filter(r -> !r.reserve() && structures.organisation(r.organisationId()).orElseThrow().prend("SOCIAL")).findFirst().orElseThrow();
    nav.poster("/orientations", Map.of("personne", "" + p.id(), "parcours", "SOCIAL", "destination", referent.organisationId() + "-" + referent.id(),
        "notifieLe", "2025-10-17", "retour", "/dossier/" + p.id()));
    assertThat(nav.ouvrir("/dossier/" + p.id() + "/parcours").body()).contains(referent.nom()).contains("Notifiée le").contains("Suivi en cours")
        .doesNotContain("À orienter au plus tard le");
  }

  @Test
  void le_responsable_exporte_ce_qu_il_voit_et_l_export_est_trace() {
    entrante("EXPORTEE", 3, LocalDate.of(2025, 10, 3));
    Agent agent = comptoir.agent("RESPONSABLE_TERRITOIRE", List.of(3), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/nouveaux-entrants").body()).contains("/nouveaux-entrants/export");
    HttpResponse<String> classeur = nav.lire("/nouveaux-entrants/export");
    assertThat(classeur.statusCode()).isEqualTo(200);
    assertThat(classeur.headers().firstValue("Content-Type").orElse("")).contains("spreadsheetml");
    assertThat(comptoir.actes(agent.identifiant())).contains("EXPORT");
  }

  @Test
  void la_secretaire_n_exporte_pas_et_la_controleuse_ne_voit_pas_la_page() {
    assertThat(connecter("SECRETARIAT", 3).lire("/nouveaux-entrants/export").statusCode()).isEqualTo(403);
    assertThat(connecter("CONTROLE", 3).lire("/nouveaux-entrants").statusCode()).isEqualTo(403);
    assertThat(connecter("ALLOCATION", 3).lire("/orientations/nouvelle?personne=1").statusCode()).isEqualTo(403);
  }

  @Test
  void une_liste_garde_ce_qu_on_lui_demande_dit_ce_qu_elle_filtre_et_quand_une_page_n_existe_plus() {
    entrante("FILTREE", 3, LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("SECRETARIAT", 3);
    for (String onglet : List.of("a-temps", "A_TEMPS")) {
      assertThat(nav.ouvrir("/nouveaux-entrants?territoire=3&nom=filtree&motif=primo-demandeur&file=" + onglet).body()).contains("FILTREE Ana")
          .contains("<input type=\"hidden\" name=\"file\" value=\"a-temps\">")
          .contains("href=\"/nouveaux-entrants?file=a-temps&amp;territoire=3&amp;motif=primo-demandeur\">Nom : filtree")
          .contains("Première demande <i").contains("value=\"primo-demandeur\" selected")
          .contains("href=\"/nouveaux-entrants?territoire=3&amp;motif=primo-demandeur&amp;nom=filtree\">En attente",
          "href=\"/nouveaux-entrants?file=a-temps&amp;territoire=0\">Tout effacer");
    }
    assertThat(nav.ouvrir("/nouveaux-entrants?nom=filtree&session=77").body()).as("chercher un nom garde la session d'où l'on vient")
        .contains("Venues à une session")
        .contains("<input type=\"hidden\" name=\"session\" value=\"77\">").contains("Personne ne répond à ces filtres").doesNotContain("FILTREE Ana");
    assertThat(nav.ouvrir("/nouveaux-entrants?nom=filtree&page=9").body()).contains("Cette page n'existe plus")
        .doesNotContain("Personne ne répond", "Personne n'attend");
    assertThat(nav.lire("/nouveaux-entrants?file=inconnue").statusCode()).isEqualTo(400);
  }

  @Test
  void une_personne_d_un_autre_territoire_reste_invisible() {
    Personne p = entrante("LOINTAINE", 2, LocalDate.of(2025, 10, 3));
    Navigateur nav = connecter("SECRETARIAT", 3);
    assertThat(nav.ouvrir("/nouveaux-entrants?nom=lointaine").body()).doesNotContain("LOINTAINE Ana").contains("Personne dans cette liste");
    assertThat(nav.lire("/orientations/nouvelle?personne=" + p.id()).statusCode()).isEqualTo(404);
  }

  @Test
  void les_personnes_suspendues_sont_a_part() {
    Personne p = entrante("SUSPENSE", 3, LocalDate.of(2025, 10, 3));
    dossiers.fichier(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 11), p, "4", true);
    Navigateur nav = connecter("SECRETARIAT", 3);
    assertThat(nav.ouvrir("/nouveaux-entrants?nom=suspense").body()).doesNotContain("SUSPENSE Ana");
    assertThat(nav.ouvrir("/nouveaux-entrants?file=suspendues&nom=suspense").body()).contains("SUSPENSE Ana").contains("depuis le 10/10/2025");
  }

  @Test
  void l_administration_change_un_parametre_avec_une_raison_et_la_valeur_s_applique() {
    Navigateur nav = connecter("ADMINISTRATION", 3);
    assertThat(nav.ouvrir("/parametres").body()).contains("42 jours").contains("D. 262-65-2 CASF").contains("à vérifier sur Légifrance");
    HttpResponse<String> loi = nav.poster("/parametres",
        Map.of("cle", "orientation.delai_legal", "depuis", "2031-01-01", "valeur", "30 jours", "motif", "Essai"));
    assertThat(loi.statusCode()).isEqualTo(422);
    PageRefusee.dit(loi, "VALEUR_DE_LA_LOI", "Cette valeur est fixée par un texte.");
    HttpResponse<String> zero = nav.poster("/parametres",
        Map.of("cle", "echeances.proche_jours", "depuis", "2031-01-01", "valeur", "zéro", "motif", "Essai"));
    assertThat(zero.statusCode()).isEqualTo(422);
    assertThat(zero.body()).contains("Écrivez un nombre entier plus grand que zéro.");
    assertThat(nav.poster("/parametres", Map.of("cle", "echeances.proche_jours", "depuis", "2031-01-01", "valeur", "9", "motif", "")).statusCode())
        .isEqualTo(422);
    assertThat(nav.suivre(nav.poster("/parametres",
        Map.of("cle", "echeances.proche_jours", "depuis", "2031-01-01", "valeur", "9", "motif", "Réunion du service"))).body())
        .contains("La valeur est enregistrée").contains("Réunion du service");
    assertThat(comptoir.derniereTrace("PARAMETRE").get("objet").toString()).contains("echeances.proche_jours = 9 à partir du 2031-01-01");
  }

  @Test
  void les_parametres_se_cherchent_par_mot_avec_ou_sans_accents() {
    Navigateur nav = connecter("ADMINISTRATION", 3);
    String tous = nav.ouvrir("/parametres").body();
    String delais = nav.ouvrir("/parametres?q=DELAI+reexamen").body();
    assertThat(delais).contains("Délai de réexamen d'un parcours social").doesNotContain("Poids de la distance entre la commune");
    assertThat(tous).contains("Poids de la distance entre la commune");
    assertThat(nav.ouvrir("/parametres?q=42+jours").body()).as("par la valeur").contains("Délai légal entre la réception");
    assertThat(nav.ouvrir("/parametres?q=plein+emploi").body()).as("par ce qui la dit").doesNotContain("Aucun paramètre ne répond");
    assertThat(nav.ouvrir("/parametres?q=zzzz").body()).contains("Aucun paramètre ne répond").contains("Voir tous les paramètres");
    HttpResponse<String> refuse = nav.poster("/parametres",
        Map.of("cle", "echeances.proche_jours", "depuis", "2031-01-01", "valeur", "zéro", "motif", "Essai", "q", "rien de tel"));
    assertThat(refuse.body()).as("ce qui est refusé reste sous les yeux").contains("value=\"zéro\"");
  }

  @Test
  void l_administration_cree_une_organisation_et_son_referent_puis_les_retire() {
    Navigateur nav = connecter("ADMINISTRATION", 3);
    assertThat(nav.ouvrir("/structures").body()).contains("Centre médico-social de Privas").contains("Delphine Jouve");
    assertThat(nav.suivre(nav.poster("/structures/organisations", Map.of("nom", "Relais des Cévennes", "nature", "EXTERNE", "territoires", "3",
        "parcours", "SOCIAL", "active", "true"))).body()).contains("Relais des Cévennes");
    int id = structures.organisations().stream().filter(o -> o.nom().equals("Relais des Cévennes")).findFirst().orElseThrow().id();
    assertThat(nav.suivre(nav.poster("/structures/referents", Map.of("organisation", "" + id, "nom", "Jeanne Essai", "etp", "0,5", "actif", "true")))
        .body())
        .contains("Jeanne Essai").contains("0,5 ETP");
    assertThat(nav.poster("/structures/referents", Map.of("organisation", "" + id, "nom", "Trop", "etp", "3", "actif", "true")).body())
        .contains("part d'équivalent temps plein");
    nav.ouvrir("/structures/organisations/" + id);
    nav.poster("/structures/organisations", Map.of("id", "" + id, "nom", "Relais des Cévennes", "nature", "EXTERNE"));
    assertThat(structures.organisation(id).orElseThrow().active()).isFalse();
    assertThat(nav.ouvrir("/structures/organisations/" + id).body()).contains("Relais des Cévennes");
    assertThat(nav.ouvrir("/structures/referents/nouveau?organisation=" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void une_commune_change_de_territoire_et_les_personnes_la_suivent() {
    Personne p = entrante("SUIVEUSE", 1, LocalDate.of(2025, 10, 3));
    base.sql("""
        insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, commune, nom_commune, territoire_id_adresse, territoire_id)
        values (?, '2025-09-30', now(), 1, '07004', 'Ajoux', 1, 1)""").param(p.foyerId()).update();
    Navigateur nav = connecter("ADMINISTRATION", 3);
    assertThat(nav.ouvrir("/structures/territoires/1").body()).contains("Ajoux");
    assertThat(nav.suivre(nav.poster("/structures/communes", Map.of("communes", "07004", "territoire", "2", "depuis", "1"))).body())
        .contains("changent de territoire avec elles");
    assertThat(structures.territoireDeLaCommune("07004")).isEqualTo(2);
    assertThat(base.sql("""
        select string_agg(distinct coalesce(territoire_id, 0)::text, ',') from (
          select territoire_id from allocataires.personne where id = :p union all select territoire_id from allocataires.foyer where id = :f
          union all select territoire_id from allocataires.droit where foyer_id = :f union all select territoire_id from allocataires.membre where personne_id = :p
          union all select territoire_id from allocataires.adresse where foyer_id = :f union all select territoire_id_adresse from allocataires.adresse where foyer_id = :f
          union all select territoire_id from orientation.entree where personne_id = :p union all select territoire_id from echeances.echeance where personne_id = :p
          union all select territoire_id from orientation.passage where personne_id = :p) x""").param("p", p.id()).param("f", p.foyerId())
        .query(String.class).single()).isEqualTo("2");
    assertThat(connecter("SECRETARIAT", 2).ouvrir("/nouveaux-entrants?nom=suiveuse").body()).contains("SUIVEUSE Ana");
  }

  private Personne entrante(String nom, int territoire, LocalDate recuLe) {
    return dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue(nom, territoire, recuLe.minusDays(20)), "2", true).personne();
  }

  private Navigateur connecter(String role, int territoire) {
    Agent agent = comptoir.agent(role, List.of(territoire), List.of());
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }
}
