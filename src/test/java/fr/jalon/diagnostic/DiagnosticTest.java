package fr.jalon.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entry diagnostic as a référent fills it in. Today is 20 October 2025. */
@EssaiArdeche
public class DiagnosticTest {
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  Recommandations recommandations;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  /** Answers of somebody ready for work whom nothing hinders. */
  public static Map<String, String> reponses() {
    Map<String, String> r = new HashMap<>(Map.of("situation_professionnelle", "DEUX_DERNIERES_ANNEES", "capacite_a_travailler", "OUI",
        "projet_pro", "SALARIAT",
        "niveau_etude", "NV5"));
    for (String c : List.of("sante", "logement", "mobilite", "familiale", "financiere", "numerique", "admin_jur", "francais_calcul")) {
      r.put("contrainte_" + c, "AUCUNE");
    }
    return r;
  }

  @Test
  void le_referent_repond_la_recommandation_dit_pourquoi_et_le_dossier_la_garde() {
    Personne p = entrante("DIAGNOSTIQUEE");
    Agent agent = comptoir.agent("REFERENT", List.of(3), List.of());
    Navigateur nav = connecter(agent);
    assertThat(nav.ouvrir("/dossier/" + p.id() + "/parcours").body()).contains("Pas encore de diagnostic.");
    assertThat(nav.ouvrir("/diagnostic/" + p.id()).body()).contains("Diagnostic de DIAGNOSTIQUEE Ana").contains("35 ans")
        .containsPattern("Il reste 12.questions");
    HttpResponse<String> dossier = nav.suivre(nav.poster("/diagnostic/" + p.id(), reponses()));
    assertThat(dossier.body()).contains("Diagnostic enregistré. Parcours professionnel, parce qu").contains("Parcours recommandé : professionnel.")
        .contains("Mettre à jour");
    assertThat(comptoir.actes(agent.identifiant())).contains("DIAGNOSTIC");
    assertThat(EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS"), () -> recommandations.derniere(p.id())).orElseThrow().parcours())
        .isEqualTo(Parcours.PROFESSIONNEL);
  }

  @Test
  void ce_que_le_fichier_de_la_caisse_sait_est_deja_rempli() {
    Personne p = entrante("CONNUE");
    base.sql("update allocataires.membre set activite = 'ETI', tns = true where personne_id = ?").param(p.id()).update();
    base.sql("update allocataires.droit set sans_domicile = true where foyer_id = ?").param(p.foyerId()).update();
    String page = connecter("REFERENT", 3).ouvrir("/diagnostic/" + p.id()).body();
    assertThat(coche(page, "situation_professionnelle")).isEqualTo("EN_ACTIVITE");
    assertThat(coche(page, "type_emploi")).isEqualTo("CREATEUR_ENTREPRISE_OU_INDEPENDANT");
    assertThat(coche(page, "contrainte_logement")).isEqualTo("SANS_LOGEMENT");
    assertThat(page).contains("d&#39;après le fichier de la caisse".replace("&#39;", "'")).contains("À son compte, hors agriculture")
        .contains("Sans domicile stable");
  }

  @Test
  void une_fenetre_fermee_ne_perd_rien() {
    Personne p = entrante("INTERROMPUE");
    Agent agent = comptoir.agent("REFERENT", List.of(3), List.of());
    Navigateur nav = connecter(agent);
    nav.ouvrir("/diagnostic/" + p.id());
    HttpResponse<String> fragment = nav.poster("/diagnostic/" + p.id() + "/saisie",
        Map.of("niveau_etude", "NV4", "contrainte_sante", "IMPACT_FAIBLE_RECHERCHE_EMPLOI"));
    assertThat(fragment.body()).containsPattern("Il reste 10.questions").doesNotContain("<html");
    String reprise = connecter(agent).ouvrir("/diagnostic/" + p.id()).body();
    assertThat(reprise).contains("Vous aviez commencé cette saisie");
    assertThat(coche(reprise, "niveau_etude")).isEqualTo("NV4");
    assertThat(connecter("REFERENT", 3).ouvrir("/diagnostic/" + p.id()).body()).as("le brouillon d'un autre").doesNotContain("Vous aviez commencé");
    nav.poster("/diagnostic/" + p.id(), reponses());
    assertThat(nav.ouvrir("/diagnostic/" + p.id()).body()).doesNotContain("Vous aviez commencé");
  }

  @Test
  void le_second_agent_est_prevenu_avec_ce_qui_a_change_et_sa_saisie_reste() {
    Personne p = entrante("DISPUTEE");
    Agent premier = comptoir.agent("REFERENT", List.of(3), List.of());
    Navigateur un = connecter(premier);
    Navigateur deux = connecter("REFERENT", 3);
    String vuParDeux = champ(deux.ouvrir("/diagnostic/" + p.id()).body(), "vu");
    un.ouvrir("/diagnostic/" + p.id());
    Map<String, String> sansLogement = reponses();
    sansLogement.put("contrainte_logement", "SANS_LOGEMENT");
    un.poster("/diagnostic/" + p.id(), sansLogement);

    Map<String, String> deDeux = reponses();
    deDeux.put("contrainte_mobilite", "AUCUN_MOYEN_DE_TRANSPORT");
    deDeux.put("vu", vuParDeux);
    HttpResponse<String> refus = deux.poster("/diagnostic/" + p.id(), deDeux);
    assertThat(refus.statusCode()).isEqualTo(409);
    assertThat(refus.body()).contains(premier.nom() + " a enregistré un diagnostic").contains("Logement : — → <strong>Sans logement</strong>");
    assertThat(coche(refus.body(), "contrainte_mobilite")).isEqualTo("AUCUN_MOYEN_DE_TRANSPORT");

    deDeux.put("vu", champ(refus.body(), "vu"));
    assertThat(deux.suivre(deux.poster("/diagnostic/" + p.id(), deDeux)).body()).contains("Diagnostic enregistré. Parcours socioprofessionnel");
    assertThat(base.sql("select count(*) from diagnostic.diagnostic where personne_id = ?").param(p.id()).query(Integer.class).single())
        .as("rien n'est effacé").isEqualTo(2);
  }

  @Test
  void un_diagnostic_incomplet_se_garde_sans_recommander_et_une_reponse_inventee_est_refusee() {
    Personne p = entrante("INCOMPLETE");
    Navigateur nav = connecter("REFERENT", 3);
    nav.ouvrir("/diagnostic/" + p.id());
    assertThat(nav.poster("/diagnostic/" + p.id(), Map.of()).body()).contains("Répondez au moins à une question");
    HttpResponse<String> inventee = nav.poster("/diagnostic/" + p.id(), Map.of("niveau_etude", "DOCTEUR", "projet_pro", "SALARIAT"));
    assertThat(inventee.statusCode()).isEqualTo(422);
    assertThat(coche(inventee.body(), "projet_pro")).isEqualTo("SALARIAT");
    assertThat(nav.suivre(nav.poster("/diagnostic/" + p.id(), Map.of("niveau_etude", "NV4"))).body()).contains("il reste des questions sans réponse");
    assertThat(EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS"), () -> recommandations.derniere(p.id()))).isEmpty();
  }

  @Test
  void la_secretaire_connait_le_parcours_recommande_et_pas_sa_raison() {
    Personne p = entrante("DISCRETE");
    Navigateur nav = connecter("REFERENT", 3);
    nav.ouvrir("/diagnostic/" + p.id());
    nav.poster("/diagnostic/" + p.id(), reponses());
    Recommandations.Faite pourElle = EnTantQue.agir(EnTantQue.territoire(3, "DOSSIERS", "ENTREES", "ORIENTATIONS"),
        () -> recommandations.derniere(p.id())).orElseThrow();
    assertThat(pourElle.parcours()).isEqualTo(Parcours.PROFESSIONNEL);
    assertThat(pourElle.phrase()).isNull();
    Navigateur secretaire = connecter("SECRETARIAT", 3);
    assertThat(secretaire.lire("/diagnostic/" + p.id()).statusCode()).isEqualTo(403);
    assertThat(secretaire.ouvrir("/dossier/" + p.id() + "/parcours").body()).doesNotContain("Diagnostic d'entrée");
    assertThat(connecter("REFERENT", 2).lire("/diagnostic/" + p.id()).statusCode()).isEqualTo(404);
    assertThat(EnTantQue.agir(EnTantQue.territoire(2, "DOSSIERS", "DIAGNOSTICS"), () -> recommandations.derniere(p.id()))).isEmpty();
  }

  @Test
  void l_agent_suit_la_recommandation_ou_dit_pourquoi_il_decide_autrement_et_les_deux_sont_gardees() {
    Personne suivie = entrante("SUIVIE");
    Personne autre = entrante("AUTREMENT");
    Agent agent = comptoir.agent("REFERENT", List.of(3), List.of());
    Navigateur nav = connecter(agent);
    nav.ouvrir("/diagnostic/" + suivie.id());
    Map<String, String> suite = reponses();
    suite.put("suite", "orienter");
    String page = nav.suivre(nav.poster("/diagnostic/" + suivie.id(), suite)).body();
    assertThat(page).contains("Ce que recommande le diagnostic").contains("Parcours professionnel, parce qu");
    assertThat(coche(page, "parcours", "parcours-professionnel")).isTrue();
    nav.poster("/diagnostic/" + autre.id(), reponses());

    String organisation = "" + structures.organisations().getFirst().id();
    nav.poster("/orientations", Map.of("personne", "" + suivie.id(), "parcours", "PROFESSIONNEL", "destination", organisation, "notifieLe",
        "2025-10-17", "motifEcart", "inutile"));
    assertThat(decision(suivie)).isEqualTo("PROFESSIONNEL PROFESSIONNEL -");

    Map<String, String> social = new HashMap<>(Map.of("personne", "" + autre.id(), "parcours", "SOCIAL", "destination", organisation, "notifieLe",
        "2025-10-17", "motifEcart", " "));
    HttpResponse<String> refus = nav.poster("/orientations", social);
    assertThat(refus.statusCode()).isEqualTo(422);
    assertThat(refus.body()).contains("Le diagnostic recommande le parcours professionnel.");
    social.put("motifEcart", "Un deuil récent");
    nav.poster("/orientations", social);
    assertThat(decision(autre)).isEqualTo("SOCIAL PROFESSIONNEL Un deuil récent");
    assertThat(nav.ouvrir("/dossier/" + autre.id() + "/parcours").body()).contains("Professionnel. Décidé autrement : Un deuil récent");
    assertThat(base.sql("select objet from journal.trace where acte = 'ORIENTATION' and personne_id = ?").param(autre.id())
        .query(String.class).single())
        .endsWith("(parcours recommandé : professionnel)");
  }

  private String decision(Personne p) {
    return base.sql("select parcours || ' ' || parcours_recommande || ' ' || coalesce(motif_ecart, '-') from orientation.suivi where personne_id = ?")
        .param(p.id())
        .query(String.class).single();
  }

  private static boolean coche(String page, String champ, String id) {
    return Pattern.compile("name=\"" + champ + "\" id=\"" + id + "\" value=\"[^\"]*\" checked").matcher(page).find();
  }

  @Test
  void les_diagnostics_suivent_la_personne_qui_demenage() {
    Personne p = entrante("MOBILE");
    Navigateur nav = connecter("REFERENT", 3);
    nav.ouvrir("/diagnostic/" + p.id());
    nav.poster("/diagnostic/" + p.id(), reponses());
    base.sql("update allocataires.personne set territoire_id = 2 where id = ?").param(p.id()).update();
    base.sql("select allocataires.diffuser_perimetre(array[?]::bigint[], '{}')").param(p.id()).query((_, _) -> 0).list();
    assertThat(base.sql("select distinct territoire_id from diagnostic.diagnostic where personne_id = ?").param(p.id()).query(Integer.class).list())
        .containsExactly(2);
    assertThat(base.sql("select distinct territoire_id from diagnostic.recommandation where personne_id = ?").param(p.id()).query(Integer.class)
        .list()).containsExactly(2);
  }

  private Personne entrante(String nom) {
    LocalDate recuLe = LocalDate.of(2025, 10, 3);
    return dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue(nom, 3, recuLe.minusDays(20)), "2", true).personne();
  }

  private Navigateur connecter(String role, int territoire) {
    return connecter(comptoir.agent(role, List.of(territoire), List.of()));
  }

  private Navigateur connecter(Agent agent) {
    Navigateur nav = new Navigateur(port);
    nav.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return nav;
  }

  /** The answer ticked, or {@code null}. */
  private static String coche(String page, String critere) {
    Matcher m = Pattern.compile("name=\"" + critere + "\" id=\"[^\"]*\" value=\"([^\"]*)\" checked").matcher(page);
    return m.find() ? m.group(1) : null;
  }

  private static String champ(String page, String nom) {
    Matcher m = Pattern.compile("name=\"" + nom + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(m.find()).isTrue();
    return m.group(1);
  }
}
