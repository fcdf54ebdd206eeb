package fr.jalon.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.allocataires.LesPas;
import fr.jalon.allocataires.PasDuDossier;
import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
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
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done about a frein, from the interview to the day it is done. Today is 20 October 2025. */
@EssaiArdeche
class ActionsSurLesFreinsTest {
  private static final LocalDate RECU_LE = LocalDate.of(2025, 10, 3);
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  ActionsDUnePersonne actions;
  @Autowired
  LesPas lesPas;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @Test
  void une_action_decidee_pendant_l_entretien_se_suit_jusqu_a_ce_qu_elle_soit_faite() {
    Personne p = dossiers.entrante("AGISSANTE", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    point(nav, p, "2025-08-04", Map.of("MOBILITE-niveau", "FORT", "MOBILITE-action", "CODE_ET_PERMIS", "MOBILITE-action_pour", "2025-12-01"));
    String page = nav.lire(adresse(p)).body();
    assertThat(page).contains("inscrire au code ou au permis").contains("Prévue depuis le 04/08/2025, pour le 01/12/2025");
    nouvelles(nav, p, Map.of("etat", "EN_COURS", "le", "2025-09-01", "dit", "Inscrite à l'auto-école de Privas"));
    nouvelles(nav, p, Map.of("etat", "EN_COURS", "le", "2025-10-01", "dit", "Le code est passé"));
    nouvelles(nav, p, Map.of("etat", "FAITE", "le", "2025-10-15"));
    assertThat(etatAu(p, LocalDate.of(2025, 8, 3))).isNull();
    assertThat(etatAu(p, LocalDate.of(2025, 8, 31))).isEqualTo(EtatAction.PREVUE);
    assertThat(etatAu(p, LocalDate.of(2025, 10, 2))).isEqualTo(EtatAction.EN_COURS);
    assertThat(etatAu(p, LocalDate.of(2025, 10, 20))).isEqualTo(EtatAction.FAITE);
    assertThat(nav.lire("/diagnostic-global/" + p.id() + "/differences?du=2025-09-02&au=2025-10-20").body())
        .contains("Mobilité, « S'inscrire au code ou au permis » : faite le 15/10/2025, en cours auparavant.");
    assertThat(nav.lire("/dossier/" + p.id() + "/parcours").body()).contains("Le code est passé").contains("Aucune action en route");
  }

  @Test
  void un_frein_sans_action_et_une_action_sans_nouvelles_sont_des_pas_de_sa_journee() {
    Personne p = dossiers.entrante("SANSACTION", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    point(nav, p, "2025-09-01", Map.of("LOGEMENT-niveau", "FORT", "NUMERIQUE-niveau", "MOYEN"));
    PasDuDossier sans = pas(p, "FREIN_SANS_ACTION");
    assertThat(sans.limite()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(sans.pourquoi()).contains("logement").contains("numérique");
    assertThat(nav.lire(sans.adresse()).body()).contains("selected>Logement : autre chose");
    noter(nav, p, Map.of("action", "LOGEMENT:LOGEMENT_SOCIAL", "etat", "EN_COURS"));
    noter(nav, p, Map.of("action", "NUMERIQUE:", "precision", "Passer à la maison France services", "avecQui", "Mairie de Privas"));
    assertThat(pas(p, "FREIN_SANS_ACTION")).isNull();
    assertThat(pas(p, "ACTION_SANS_NOUVELLES").limite()).as("trente jours après aujourd'hui").isEqualTo(LocalDate.of(2025, 11, 19));
    base.sql("update diagnostic.action set nouvelles_le = date '2025-08-01' where personne_id = ? and theme = 'LOGEMENT'").param(p.id()).update();
    PasDuDossier attendue = pas(p, "ACTION_SANS_NOUVELLES");
    assertThat(attendue.limite()).isEqualTo(LocalDate.of(2025, 8, 31));
    assertThat(attendue.pourquoi()).isEqualTo("« Demander un logement social » : dernières nouvelles le 1er août 2025");
  }

  @Test
  void l_action_finie_laisse_un_mois_pour_la_suivante() {
    Personne p = dossiers.entrante("FINIE", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    point(nav, p, "2025-06-02", Map.of("FRANCAIS-niveau", "FORT"));
    noter(nav, p, Map.of("action", "FRANCAIS:COURS_DE_FRANCAIS"));
    nouvelles(nav, p, Map.of("etat", "ABANDONNEE", "le", "2025-10-20", "dit", "Le cours a fermé"));
    assertThat(pas(p, "FREIN_SANS_ACTION").limite()).isEqualTo(LocalDate.of(2025, 11, 19));
  }

  @Test
  void une_action_notee_par_erreur_est_retiree_et_ne_compte_plus_pour_son_frein() {
    Personne p = dossiers.entrante("PARERREUR", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    point(nav, p, "2025-09-01", Map.of("FRANCAIS-niveau", "FORT"));
    noter(nav, p, Map.of("action", "FRANCAIS:COURS_DE_FRANCAIS"));
    assertThat(nouvelles(nav, p, Map.of("etat", "RETIREE")).body()).as("NOUVELLES_A_DIRE").contains("Dites pourquoi");
    nouvelles(nav, p, Map.of("etat", "RETIREE", "dit", "Ce n'était pas elle"));
    assertThat(pas(p, "FREIN_SANS_ACTION").limite()).isEqualTo(LocalDate.of(2025, 10, 1));
    assertThat(nav.lire(adresse(p)).body()).contains("Retirée, notée par erreur").doesNotContain("Donner des nouvelles");
  }

  @Test
  void ce_qui_ne_se_peut_pas_est_dit_et_le_texte_reste() {
    Personne p = dossiers.entrante("REFUSEEACTION", 3, RECU_LE);
    Navigateur nav = connecter("REFERENT");
    assertThat(noter(nav, p, Map.of("action", "")).body()).as("ACTION_INCONNUE").contains("Choisissez une action de la liste.");
    assertThat(noter(nav, p, Map.of("action", "MOBILITE:", "avecQui", "Le garage")).body()).as("ACTION_A_DIRE").contains("Dites en quelques mots")
        .contains("value=\"Le garage\"");
    assertThat(noter(nav, p, Map.of("action", "MOBILITE:COVOITURAGE", "pourLe", "2025-01-01")).body()).as("JOUR_DE_L_ACTION")
        .contains("Choisissez un jour à venir");
    assertThat(noter(nav, p, Map.of("action", "MOBILITE:COVOITURAGE", "etat", "RETIREE")).body()).as("ETAT_DE_L_ACTION").contains("Dites si l");
    noter(nav, p, Map.of("action", "MOBILITE:COVOITURAGE"));
    assertThat(noter(nav, p, Map.of("action", "MOBILITE:COVOITURAGE")).body()).as("ACTION_DEJA_LA").contains("est déjà prévue ou en cours");
    assertThat(nouvelles(nav, p, Map.of("etat", "FAITE", "le", "2025-12-01")).body()).as("JOUR_A_VENIR").contains("Choisissez un jour passé");
    assertThat(nouvelles(nav, p, Map.of("etat", "FAITE", "le", "2025-10-19")).body()).as("NOUVELLES_PLUS_ANCIENNES").contains("sont du 20/10/2025");
    HttpResponse<String> vide = nouvelles(nav, p, Map.of("etat", "PREVUE"));
    assertThat(vide.statusCode()).as("NOUVELLES_A_DIRE").isEqualTo(422);
    Map<String, String> forge = new LinkedHashMap<>(Map.of("etat", "PREVUE", "dit", "x"));
    nouvelles(nav, p, Map.of("etat", "EN_COURS"));
    assertThat(nouvelles(nav, p, forge).body()).as("PASSAGE_D_ACTION").contains("choisissez une des suites proposées");
    assertThat(nav.poster(adresse(p) + "/999999999", Map.of("etat", "FAITE", "le", "2025-10-20", "vu", "1")).body()).as("ACTION_ABSENTE")
        .contains("Cette action n");
  }

  @Test
  void la_seconde_est_prevenue_des_nouvelles_de_la_premiere_et_un_double_clic_ne_compte_qu_une_fois() {
    Personne p = dossiers.entrante("DEUXREFERENTES", 3, RECU_LE);
    Agent premiere = comptoir.agent("REFERENT", List.of(3), List.of());
    Navigateur une = connecter(premiere);
    noter(une, p, Map.of("action", "EMPLOI:ATELIER_CV"));
    Map<String, String> memes = Map.of("etat", "FAITE", "le", "2025-10-20", "dit", "CV fait", "vu", vu(une, p));
    une.poster(adresse(p) + "/" + action(p), memes);
    assertThat(une.suivre(une.poster(adresse(p) + "/" + action(p), memes)).body()).contains("Les nouvelles sont notées.");
    assertThat(base.sql("select count(*) from diagnostic.action_passage where personne_id = ?").param(p.id()).query(Long.class).single())
        .isEqualTo(2);
    Map<String, String> autres = new LinkedHashMap<>(memes);
    autres.put("etat", "ABANDONNEE");
    autres.put("dit", "Elle n'est pas venue");
    HttpResponse<String> refus = connecter("REFERENT").poster(adresse(p) + "/" + action(p), autres);
    assertThat(refus.body()).as("ACTION_CHANGEE").contains("Entre-temps, " + premiere.nom()).contains("« CV fait »").contains("est pas venue");
    String cle = UUID.randomUUID().toString();
    une.poster(adresse(p), Map.of("action", "EMPLOI:CANDIDATURES", "cle", cle));
    une.poster(adresse(p), Map.of("action", "EMPLOI:CANDIDATURES", "cle", cle));
    assertThat(une.poster(adresse(p), Map.of("action", "EMPLOI:IMMERSION", "cle", cle)).body()).as("FORMULAIRE_DEJA_SERVI")
        .contains("Ce formulaire a déjà servi").doesNotContain("value=\"" + cle + "\"");
    assertThat(base.sql("select count(*) from diagnostic.action where personne_id = ?").param(p.id()).query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void une_action_de_sante_n_est_donnee_qu_a_qui_tient_la_ressource() {
    Personne p = dossiers.entrante("ACTIONSANTE", 3, RECU_LE);
    noter(connecter("REFERENT"), p, Map.of("action", "SANTE:BILAN_DE_SANTE"));
    assertThat(EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS"), () -> actions.au(p.id(), LocalDate.of(2025, 10, 20)))).isEmpty();
    assertThat(etatAu(p, LocalDate.of(2025, 10, 20))).isEqualTo(EtatAction.PREVUE);
  }

  private PasDuDossier pas(Personne p, String genre) {
    return EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS", "SANTE"), () -> lesPas.de(List.of(p.id()))).getOrDefault(p.id(), List.of())
        .stream().filter(x -> x.genre().equals(genre)).findFirst().orElse(null);
  }

  private EtatAction etatAu(Personne p, LocalDate jour) {
    return EnTantQue.agir(EnTantQue.partout("DOSSIERS", "DIAGNOSTICS", "SANTE"), () -> actions.au(p.id(), jour)).stream().findFirst()
        .map(ActionsDUnePersonne.Action::etat).orElse(null);
  }

  private static void point(Navigateur nav, Personne p, String le, Map<String, String> changes) {
    nav.ouvrir("/diagnostic-global/" + p.id());
    Map<String, String> champs = new LinkedHashMap<>(changes);
    champs.put("le", le);
    assertThat(nav.poster("/diagnostic-global/" + p.id(), champs).statusCode()).isEqualTo(302);
  }

  private static HttpResponse<String> noter(Navigateur nav, Personne p, Map<String, String> champs) {
    nav.ouvrir(adresse(p));
    return nav.poster(adresse(p), champs);
  }

  private HttpResponse<String> nouvelles(Navigateur nav, Personne p, Map<String, String> champs) {
    Map<String, String> tous = new LinkedHashMap<>(Map.of("le", "2025-10-20", "vu", vu(nav, p)));
    tous.putAll(champs);
    return nav.poster(adresse(p) + "/" + action(p), tous);
  }

  private static String vu(Navigateur nav, Personne p) {
    Matcher m = Pattern.compile("name=\"vu\" value=\"(\\d+)\"").matcher(nav.ouvrir(adresse(p)).body());
    return m.find() ? m.group(1) : "";
  }

  private long action(Personne p) {
    return base.sql("select min(id) from diagnostic.action where personne_id = ?").param(p.id()).query(Long.class).single();
  }

  private static String adresse(Personne p) {
    return "/diagnostic-global/" + p.id() + "/actions";
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
