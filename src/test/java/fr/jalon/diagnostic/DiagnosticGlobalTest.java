package fr.jalon.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The global diagnostic as a référent fills it in. Today is 20 October 2025. */
@EssaiArdeche
class DiagnosticGlobalTest {
  private static final LocalDate RECU_LE = LocalDate.of(2025, 10, 3);
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  DiagnosticGlobal diagnostics;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void un_frein_s_ouvre_se_leve_en_partie_puis_en_entier_et_chaque_jour_se_relit() {
    Personne p = dossiers.entrante("FREINEE", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    HttpResponse<String> dossier = nav.suivre(enregistrer(nav, p, "2025-03-03",
        Map.of("MOBILITE-niveau", "FORT", "MOBILITE-situations", "SANS_PERMIS",
        "MOBILITE-dit", "Le car passe une fois par jour.")));
    assertThat(dossier.body()).contains("Diagnostic global enregistré")
        .contains("frein ouvert depuis le 03/03/2025").contains("Frein ouvert : Mobilité");
    enregistrer(nav, p, "2025-06-02", Map.of("MOBILITE-etat", "LEVE_EN_PARTIE", "MOBILITE-motif", "Code obtenu"));
    assertThat(nav.ouvrir("/diagnostic-global/" + p.id() + "/differences?du=2025-03-03&au=2025-06-02").body())
        .contains("Mobilité. Le 03/03/2025 : fort. Le 02/06/2025 : fort, levé en partie.");
    enregistrer(nav, p, "2025-10-01", Map.of("MOBILITE-etat", "LEVE", "MOBILITE-motif", "Permis obtenu"));
    assertThat(freins(p, LocalDate.of(2025, 3, 2))).isEmpty();
    assertThat(freins(p, LocalDate.of(2025, 4, 1))).containsExactly(Map.entry("MOBILITE", EtatFrein.OUVERT));
    assertThat(freins(p, LocalDate.of(2025, 7, 1))).containsExactly(Map.entry("MOBILITE", EtatFrein.LEVE_EN_PARTIE));
    assertThat(freins(p, LocalDate.of(2025, 10, 20))).containsExactly(Map.entry("MOBILITE", EtatFrein.LEVE));
    assertThat(nav.ouvrir("/dossier/" + p.id() + "/parcours").body()).contains("Aucun frein ouvert.");
  }

  @Test
  void un_niveau_qui_change_est_une_version_de_plus_sans_impact_leve_le_frein_et_fort_le_rouvre() {
    Personne p = dossiers.entrante("CHANGEANTE", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    for (String[] x : new String[][] {{"2025-01-10", "MOYEN"}, {"2025-03-10", "SANS"}, {"2025-05-10", "FORT"}}) {
      enregistrer(nav, p, x[0], Map.of("LOGEMENT-niveau", x[1]));
    }
    assertThat(base.sql("select niveau from diagnostic.constat where personne_id = ? order by id").param(p.id()).query(String.class).list())
        .containsExactly("MOYEN", "SANS", "FORT");
    assertThat(base.sql("select vers || ' ' || le from diagnostic.frein_passage where personne_id = ? order by id").param(p.id())
        .query(String.class).list()).containsExactly("OUVERT 2025-01-10", "LEVE 2025-03-10", "OUVERT 2025-05-10");
  }

  @Test
  void ce_qui_ne_se_peut_pas_est_dit_a_cote_du_champ_et_rien_n_est_perdu() {
    Personne p = dossiers.entrante("IMPOSSIBLE", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    enregistrer(nav, p, "2025-03-03", Map.of("MOBILITE-niveau", "FORT"));
    HttpResponse<String> avant = enregistrer(nav, p, "2025-06-02", Map.of("MOBILITE-etat", "LEVE", "MOBILITE-etat_le", "2025-02-01"));
    assertThat(avant.statusCode()).as("FREIN_LEVE_AVANT").isEqualTo(422);
    assertThat(avant.body()).contains("id=\"erreur-MOBILITE-etat_le\"").contains("Ce frein est ouvert depuis le 03/03/2025").contains("2025-02-01");
    Map<String, String> refuses = new LinkedHashMap<>();
    refuses.put("JOUR_A_VENIR", "ne peut pas être à venir");
    refuses.put("JOUR_A_DIRE", "Dites le jour");
    refuses.put("ENTRETIEN_TROP_ANCIEN", "Un entretien se note dans l'année");
    refuses.put("CONSTAT_PLUS_RECENT", "a été revu le 03/03/2025");
    for (Map.Entry<String, String> e : refuses.entrySet()) {
      String le = switch (e.getKey()) {
        case "JOUR_A_VENIR" -> "2025-11-20";
        case "JOUR_A_DIRE" -> "";
        case "ENTRETIEN_TROP_ANCIEN" -> "1950-01-01";
        default -> "2025-02-01";
      };
      assertThat(enregistrer(nav, p, le, Map.of("MOBILITE-niveau", "MOYEN")).body()).as(e.getKey()).contains(e.getValue());
    }
    assertThat(enregistrer(nav, p, "2025-06-02", Map.of("FRANCAIS-niveau", "ENORME")).body()).as("REPONSE_INCONNUE")
        .contains("Choisissez une des réponses");
    assertThat(enregistrer(nav, p, "2025-06-02", Map.of("FRANCAIS-dit", "Peine à lire")).body())
        .as("NIVEAU_A_DIRE").contains("Dites ce que pèse");
    assertThat(enregistrer(nav, p, "2025-06-02", Map.of("ATOUTS-atouts", "a".repeat(2001))).body())
        .as("TEXTE_TROP_LONG").contains("trop long");
    assertThat(enregistrer(nav, p, "2025-06-02", Map.of()).body()).as("DIAGNOSTIC_GLOBAL_INCHANGE").contains("Rien n'a changé");
    enregistrer(nav, p, "2025-06-02", Map.of("MOBILITE-etat", "LEVE"));
    assertThat(enregistrer(nav, p, "2025-06-03", Map.of("MOBILITE-etat", "LEVE_EN_PARTIE")).body())
        .as("PASSAGE_DE_FREIN").contains("se rouvre d'abord");
  }

  @Test
  void le_diagnostic_d_entree_preremplit_et_une_fenetre_fermee_ne_perd_rien() {
    Personne p = dossiers.entrante("PREREMPLIE", 3, RECU_LE);
    Agent agent = comptoir.agent("REFERENT", List.of(3), List.of());
    Navigateur nav = connecter(agent);
    nav.ouvrir("/diagnostic/" + p.id());
    Map<String, String> entree = DiagnosticTest.reponses();
    entree.put("contrainte_mobilite", "AUCUN_MOYEN_DE_TRANSPORT");
    nav.poster("/diagnostic/" + p.id(), entree);
    Map<String, String> page = champs(nav.ouvrir("/diagnostic-global/" + p.id()).body());
    assertThat(page).containsEntry("MOBILITE-niveau", "FORT").containsEntry("LOGEMENT-niveau", "SANS").doesNotContainKey("FORMATION-niveau");
    page.put("FORMATION-niveau", "MOYEN");
    assertThat(nav.poster("/diagnostic-global/" + p.id() + "/saisie", page).body()).contains("est gardée").doesNotContain("<html");
    String reprise = connecter(agent).ouvrir("/diagnostic-global/" + p.id()).body();
    assertThat(reprise).contains("Vous aviez commencé cette saisie");
    assertThat(champs(reprise)).containsEntry("FORMATION-niveau", "MOYEN");
    assertThat(connecter("REFERENT").ouvrir("/diagnostic-global/" + p.id()).body())
        .as("le brouillon d'un autre").doesNotContain("Vous aviez commencé");
  }

  @Test
  void un_bilan_dit_qui_l_a_fait_quand_et_ce_qu_il_conclut_et_le_suivant_ne_l_efface_pas() {
    Personne p = dossiers.entrante("BILANNEE", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    enregistrer(nav, p, "2025-03-03", Map.of("BILAN_NUMERIQUE-fait_le", "01/03/2025", "BILAN_NUMERIQUE-fait_par", "France services",
        "BILAN_NUMERIQUE-pix", "212", "PROJET-heures", "20"));
    enregistrer(nav, p, "2025-09-01", Map.of("BILAN_NUMERIQUE-fait_le", "2025-08-28", "BILAN_NUMERIQUE-pix", "431"));
    assertThat(nav.lire("/diagnostic-global/" + p.id() + "/differences?du=2025-03-03&au=2025-09-01").body())
        .contains("Fait le : 01/03/2025 ; Par qui : France services ; Score PIX, de 0 à 1 024 : 212")
        .contains("Fait le : 28/08/2025 ; Par qui : France services ; Score PIX, de 0 à 1 024 : 431");
    assertThat(enregistrer(nav, p, "2025-09-02", Map.of("BILAN_NUMERIQUE-pix", "2000")).body()).as("REPONSE_INCONNUE")
        .contains("id=\"erreur-BILAN_NUMERIQUE-pix\"");
    assertThat(enregistrer(nav, p, "2025-09-02", Map.of("PROJET-heures", "beaucoup")).body()).contains("id=\"erreur-PROJET-heures\"");
    assertThat(enregistrer(nav, p, "2025-09-02", Map.of("BILAN_MOBILITE-fait_le", "2026-01-01")).body()).as("JOUR_A_VENIR")
        .contains("id=\"erreur-BILAN_MOBILITE-fait_le\"");
  }

  @Test
  void les_metiers_vises_se_choisissent_dans_le_rome_et_chaque_jour_se_relit_avec_ses_mots_a_elle() {
    Personne p = dossiers.entrante("METIERS", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    assertThat(nav.lire("/diagnostic-global/metiers?q=espaces%20ve").body()).contains("A1203 Aménagement et entretien des espaces verts");
    enregistrer(nav, p, "2025-03-03", Map.of("PROJET-rome", "g1602", "PROJET-rome-2", "Nettoyage de locaux", "PROJET-metiers",
        "Fleuriste ambulante"));
    enregistrer(nav, p, "2025-09-01", Map.of("PROJET-rome", "K2204", "PROJET-rome-2", ""));
    assertThat(nav.lire("/diagnostic-global/" + p.id() + "/differences?du=2025-03-03&au=2025-09-01").body())
        .contains("G1602 Personnel de cuisine, puis K2204 Nettoyage de locaux")
        .contains("au moins souhaité : K2204 Nettoyage de locaux ; Autre métier, dans ses mots : Fleuriste ambulante");
    assertThat(nav.lire("/dossier/" + p.id() + "/parcours").body()).contains("K2204 Nettoyage de locaux ; Fleuriste ambulante");
    assertThat(projet(p, LocalDate.of(2025, 5, 1)).a("rome")).as("l'état d'une date passée")
        .isEqualTo("G1602 Personnel de cuisine\nK2204 Nettoyage de locaux");
    HttpResponse<String> refus = enregistrer(nav, p, "2025-09-02", Map.of("PROJET-rome", "cuisine"));
    assertThat(refus.statusCode()).as("REPONSE_INCONNUE").isEqualTo(422);
    assertThat(refus.body()).contains("id=\"erreur-PROJET-rome\"").contains("n'est pas un métier de la liste : est-ce ")
        .contains("G1602 Personnel de cuisine")
        .contains("value=\"cuisine\"");
    assertThat(enregistrer(nav, p, "2025-09-02", Map.of("PROJET-rome", "dompteuse")).body()).contains("cherchez avec d'autres mots");
    assertThat(enregistrer(nav, p, "2025-09-02", Map.of("PROJET-rome", "G1602", "PROJET-rome-2", "g1602")).body())
        .as("la faute est dite au choix qui répète").contains("chacun une fois").contains("id=\"erreur-PROJET-rome-2\"");
  }

  /** What was typed freely before the list existed is told and kept as it is. */
  @Test
  void un_projet_d_avant_la_liste_reste_tel_qu_il_a_ete_dit() {
    Personne p = dossiers.entrante("ANCIENPROJET", 3, RECU_LE);
    base.sql("""
        insert into diagnostic.constat (personne_id, rubrique, sante, reponses, le, saisi_par, saisi_le)
        values (?, 'PROJET', false, '{"metiers": "cuisine ou G1603", "heures": "20"}', '2025-02-01', 'essai', now())""").param(p.id()).update();
    Navigateur nav = connecter("REFERENT");
    assertThat(champs(nav.ouvrir("/diagnostic-global/" + p.id()).body())).containsEntry("PROJET-metiers", "cuisine ou G1603")
        .doesNotContainKey("PROJET-rome");
    enregistrer(nav, p, "2025-09-01", Map.of("PROJET-rome", "G1603"));
    assertThat(projet(p, LocalDate.of(2025, 10, 1)).parCritere()).containsEntry("metiers", "cuisine ou G1603")
        .containsEntry("heures", "20").containsEntry("rome", "G1603 Personnel polyvalent en restauration");
  }

  @Test
  void le_second_est_prevenu_de_ce_qui_a_change_et_sa_saisie_reste() {
    Personne p = dossiers.entrante("DISPUTEEGLOBALE", 3, RECU_LE);
    Agent premier = comptoir.agent("REFERENT", List.of(3), List.of());
    Navigateur un = connecter(premier);
    Navigateur deux = connecter("REFERENT");
    Map<String, String> deDeux = champs(deux.ouvrir("/diagnostic-global/" + p.id()).body());
    enregistrer(un, p, "2025-10-01", Map.of("LOGEMENT-niveau", "FORT"));
    deDeux.put("LOGEMENT-niveau", "MOYEN");
    deDeux.put("le", "2025-10-02");
    HttpResponse<String> refus = deux.poster("/diagnostic-global/" + p.id(), deDeux);
    assertThat(refus.statusCode()).as("DIAGNOSTIC_GLOBAL_CHANGE").isEqualTo(409);
    assertThat(refus.body()).contains("Logement : fort, enregistré par " + premier.nom());
    Map<String, String> relus = champs(refus.body());
    assertThat(relus).containsEntry("LOGEMENT-niveau", "MOYEN");
    assertThat(deux.suivre(deux.poster("/diagnostic-global/" + p.id(), relus)).body()).contains("Diagnostic global enregistré");
    assertThat(base.sql("select niveau from diagnostic.constat where personne_id = ? order by id").param(p.id()).query(String.class).list())
        .as("rien n'est effacé").containsExactly("FORT", "MOYEN");
  }

  /** What the second did not touch is what the first made of it, and not what the second had on her page. */
  @Test
  void ce_que_la_seconde_n_a_pas_touche_reste_ce_que_la_premiere_en_a_fait() {
    Personne p = dossiers.entrante("DEUXTHEMES", 3, RECU_LE);
    Navigateur un = connecter("REFERENT");
    enregistrer(un, p, "2025-09-01", Map.of("LOGEMENT-niveau", "FORT"));
    Navigateur deux = connecter("REFERENT");
    Map<String, String> deDeux = champs(deux.ouvrir("/diagnostic-global/" + p.id()).body());
    enregistrer(un, p, "2025-10-01", Map.of("LOGEMENT-niveau", "SANS", "MOBILITE-niveau", "FORT"));
    deDeux.put("MOBILITE-niveau", "MOYEN");
    deDeux.put("le", "2025-10-02");
    HttpResponse<String> refus = deux.poster("/diagnostic-global/" + p.id(), deDeux);
    assertThat(refus.statusCode()).isEqualTo(409);
    Map<String, String> relus = champs(refus.body());
    assertThat(relus).containsEntry("MOBILITE-niveau", "MOYEN").containsEntry("LOGEMENT-niveau", "SANS").containsEntry("LOGEMENT-etat", "LEVE");
    deux.suivre(deux.poster("/diagnostic-global/" + p.id(), relus));
    assertThat(freins(p, LocalDate.of(2025, 10, 20))).containsEntry("LOGEMENT", EtatFrein.LEVE).containsEntry("MOBILITE", EtatFrein.OUVERT);
  }

  @Test
  void un_mot_change_ne_rouvre_pas_un_frein_leve_et_le_jour_de_l_entretien_est_garde_avec_la_saisie() {
    Personne p = dossiers.entrante("UNMOT", 3, RECU_LE);
    Agent agent = comptoir.agent("REFERENT", List.of(3), List.of());
    Navigateur nav = connecter(agent);
    enregistrer(nav, p, "2025-03-03", Map.of("MOBILITE-niveau", "FORT"));
    enregistrer(nav, p, "2025-06-02", Map.of("MOBILITE-etat", "LEVE", "MOBILITE-motif", "Permis obtenu"));
    enregistrer(nav, p, "2025-07-01", Map.of("MOBILITE-dit", "A le permis depuis juin."));
    assertThat(freins(p, LocalDate.of(2025, 10, 20))).containsEntry("MOBILITE", EtatFrein.LEVE);
    assertThat(nav.lire("/diagnostic-global/" + p.id() + "/differences?du=2025-06-02&au=2025-07-01").body())
        .contains("Mobilité, toujours levé : les situations, ses paroles ou son objectif ont changé.");
    Map<String, String> page = champs(nav.ouvrir("/diagnostic-global/" + p.id()).body());
    page.put("le", "2025-10-13");
    nav.poster("/diagnostic-global/" + p.id() + "/saisie", page);
    assertThat(champs(connecter(agent).ouvrir("/diagnostic-global/" + p.id()).body())).containsEntry("le", "2025-10-13");
  }

  @Test
  void la_sante_n_est_donnee_par_la_base_qu_a_qui_tient_la_ressource() {
    Personne p = dossiers.entrante("SOIGNEE", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    enregistrer(nav, p, "2025-03-03", Map.of("SANTE-niveau", "FORT", "EMPLOI-niveau", "MOYEN"));
    assertThat(etat(p, "DOSSIERS", "DIAGNOSTICS", "SANTE").constats()).containsOnlyKeys("SANTE", "EMPLOI");
    EtatDuDiagnostic sans = etat(p, "DOSSIERS", "DIAGNOSTICS");
    assertThat(sans.constats()).containsOnlyKeys("EMPLOI");
    assertThat(sans.freins()).containsOnlyKeys("EMPLOI");
    assertThat(EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS"), () -> diagnostics.passages(p.id(), LocalDate.of(2025, 10, 20))))
        .extracting(DiagnosticGlobal.Passage::theme).containsExactly("EMPLOI");
    assertThat(etat(p, "DOSSIERS").constats()).isEmpty();
    for (String role : List.of("SECRETARIAT", "CONTROLE")) {
      assertThat(connecter(role).lire("/diagnostic-global/" + p.id()).statusCode()).as(role).isEqualTo(403);
    }
  }

  private EtatDuDiagnostic etat(Personne p, String... ressources) {
    return EnTantQue.agir(EnTantQue.partout(ressources), () -> diagnostics.au(p.id(), LocalDate.of(2025, 10, 20)));
  }

  private Map<String, EtatFrein> freins(Personne p, LocalDate au) {
    Map<String, EtatFrein> etats = new LinkedHashMap<>();
    EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS", "SANTE"), () -> diagnostics.au(p.id(), au)).freins()
        .forEach((theme, f) -> etats.put(theme, f.etat()));
    return etats;
  }

  private Reponses projet(Personne p, LocalDate au) {
    return EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS"), () -> diagnostics.au(p.id(), au)).reponses("PROJET");
  }

  /** Opens the page, changes these fields, saves. */
  private static HttpResponse<String> enregistrer(Navigateur nav, Personne p, String le, Map<String, String> changes) {
    Map<String, String> champs = champs(nav.ouvrir("/diagnostic-global/" + p.id()).body());
    champs.put("le", le);
    champs.putAll(changes);
    return nav.poster("/diagnostic-global/" + p.id(), champs);
  }

  /** What the form holds: hidden fields, texts, what is ticked or chosen. */
  private static Map<String, String> champs(String page) {
    Map<String, String> champs = new LinkedHashMap<>();
    lire(page, "<input type=\"hidden\" name=\"([A-Z_]+-[a-z_]+)\" value=\"([^\"]*)\"", champs);
    lire(page, "name=\"([A-Z_]+-[a-z_]+)\" id=\"[^\"]*\" value=\"([^\"]*)\" checked", champs);
    lire(page, "<textarea[^>]* name=\"([^\"]+)\"[^>]*>([^<]*)<", champs);
    lire(page, "type=\"(?:text|date)\" id=\"[^\"]*\" name=\"([^\"]+)\" value=\"([^\"]*)\"", champs);
    champs.values().removeIf(String::isEmpty);
    return champs;
  }

  private static void lire(String page, String motif, Map<String, String> champs) {
    Matcher m = Pattern.compile(motif).matcher(page);
    while (m.find()) {
      champs.put(m.group(1), m.group(2));
    }
  }

  private Navigateur connecter(String role) {
    return connecter(comptoir.agent(role, List.of(3), List.of()));
  }

  private Navigateur connecter(Agent agent) {
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }
}
