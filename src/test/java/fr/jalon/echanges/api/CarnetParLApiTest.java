package fr.jalon.echanges.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.carnet.application.EcrireDansLeCarnet;
import fr.jalon.carnet.application.TenirLesOppositions;
import fr.jalon.carnet.application.ThemesDuCarnet;
import fr.jalon.carnet.domaine.NouvelEcrit;
import fr.jalon.echanges.api.Application.Reponse;
import fr.jalon.echanges.webhooks.application.TenirLesWebhooks;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The tool of an association reads and writes the notebook of Maya, entrusted to it. Today is 20 October 2025. */
@EssaiArdeche
class CarnetParLApiTest {
  private static final String PORTEES = "carnet:lire carnet:ecrire webhooks";
  private static final LocalDate LE = LocalDate.of(2025, 10, 20);
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  TenirLesClients clients;
  @Autowired
  TenirLesWebhooks webhooks;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Roles roles;
  @Autowired
  ThemesDuCarnet themes;
  @Autowired
  EcrireDansLeCarnet ecrire;
  @Autowired
  TenirLesOppositions oppositions;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int association;
  private Personne maya;
  private Agent noura;
  private Application outil;
  private ClientApi client;

  @BeforeEach
  void maya_est_confiee_a_l_association() {
    essai++;
    association = base.sql("insert into structures.organisation (code, nom, nature) values (?, ?, 'EXTERNE') returning id")
        .params("CARNET-API-" + essai, "Association du carnet " + essai).query(Integer.class).single();
    maya = dossiers.entrante("CARNETMAYA" + essai, 1, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set organisation_ids = array[?::int] where id = ?").params(association, maya.id()).update();
    noura = comptoir.agent("REFERENT", List.of(1), List.of());
    TenirLesClients.Declare d = systeme.agir("essai", () -> clients.declarer(new SaisieClient("carnet-essai-" + essai, "Outil de l'association",
        "informatique@exemple.fr", List.of(PORTEES.split(" ")), false, List.of(), List.of(association))));
    client = systeme.agir("essai", () -> clients.un(d.id()).orElseThrow());
    outil = new Application(port, "carnet-essai-" + essai, d.secret()).avec(PORTEES);
  }

  @Test
  void l_outil_lit_ce_que_lit_un_partenaire_page_par_page_jamais_la_sante_et_maya_sait_qui_a_lu() {
    for (String theme : List.of("EMPLOI", "BUDGET", "SANTE", "LOGEMENT", "MOBILITE")) {
      ecrire(theme, "Texte de " + theme, null, null);
    }
    List<String> lus = new ArrayList<>();
    String suivant = "";
    JsonNode page;
    plusTard();
    do {
      page = outil.lire("/api/v1/carnet/ecrits?taille=2&personne=" + maya.id() + (suivant.isEmpty() ? "" : "&curseur=" + suivant)).json();
      page.get("elements").forEach(e -> lus.add(e.get("texte").asString()));
      suivant = page.get("suivant").asString();
    } while (!page.get("elements").isEmpty());
    assertThat(lus).containsExactly("Texte de EMPLOI", "Texte de LOGEMENT", "Texte de MOBILITE");
    long dernier = ecrire("EMPLOI", "À l'instant", null, null);
    String reprise = "/api/v1/carnet/ecrits?taille=2&personne=" + maya.id() + "&curseur=" + suivant;
    page = outil.lire(reprise).json();
    assertThat(page.get("elements").isEmpty()).as("un autre, commencé avant, peut encore arriver : il attend quelques secondes").isTrue();
    assertThat(page.get("suivant").asString()).as("rien de plus : on reprend du même point").isEqualTo(suivant);
    base.sql("update carnet.entree set ecrit_le = ecrit_le - interval '10 seconds' where id = ?").param(dernier).update();
    assertThat(outil.lire(reprise).json().get("elements").get(0).get("texte").asString()).isEqualTo("À l'instant");
    assertThat(outil.lire("/api/v1/carnet/ecrits?depuis=2025-10-21&personne=" + maya.id()).json().get("elements").isEmpty()).isTrue();
    Navigateur nav = new Navigateur(port);
    nav.connecter(noura.identifiant(), Comptoir.MOT_DE_PASSE);
    assertThat(nav.ouvrir("/carnet/" + maya.id() + "/qui").body()).as("la page pour Maya le dit")
        .contains("Outil de l").containsPattern("A lu\">[1-9]");
    en(() -> {
      oppositions.opposer(maya.id(), "PARTENAIRE", LE);
      return null;
    });
    assertThat(outil.lire("/api/v1/carnet/ecrits?personne=" + maya.id()).json().get("elements").isEmpty()).as("elle s'y oppose").isTrue();
    assertThat(outil.lire("/api/v1/carnet/themes").json().toString()).contains("EMPLOI").contains("les référents du Département")
        .doesNotContain("SANTE").doesNotContain("BUDGET");
    Personne ailleurs = dossiers.entrante("CARNETAILLEURS" + essai, 1, LocalDate.of(2025, 8, 4));
    assertThat(outil.lire("/api/v1/carnet/ecrits?personne=" + ailleurs.id()).statut()).isEqualTo(404);
    assertThat(outil.lire("/api/v1/carnet/ecrits?curseur=faux").statut()).isEqualTo(400);
    assertThat(outil.lire("/api/v1/carnet/ecrits?taille=500").statut()).isEqualTo(400);
  }

  @Test
  void l_outil_ecrit_une_fois_repond_et_dit_faite_la_tache_de_son_agent_mais_pas_celle_d_un_autre() {
    String demande = "{\"personne\": %d, \"theme\": \"EMPLOI\", \"le\": \"2025-10-17\", \"texte\": \"Une place s'ouvre\"}".formatted(maya.id());
    String cle = UUID.randomUUID().toString();
    Reponse premiere = outil.poster("/api/v1/carnet/ecrits", demande, "Idempotency-Key", cle);
    assertThat(premiere.statut()).as(premiere.texte()).isEqualTo(201);
    Reponse seconde = outil.poster("/api/v1/carnet/ecrits", demande, "Idempotency-Key", cle);
    assertThat(seconde.texte()).isEqualTo(premiere.texte());
    assertThat(seconde.entete("Idempotent-Replayed")).isEqualTo("true");
    assertThat(base.sql("select count(*) from carnet.entree where personne_id = ?").param(maya.id()).query(Long.class).single()).isOne();
    refus(demande.replace("EMPLOI", "SANTE"), "THEME_HORS_API", "Ce thème parle de la santé");
    refus(demande.replace("EMPLOI", "BUDGET"), "THEME_D_AUTRES", "Vous ne lisez pas ce thème");
    refus(demande.replace("2025-10-17", "2025-10-21"), "ECRIT_A_VENIR", "Ce jour n'est pas encore arrivé");
    assertThat(outil.poster("/api/v1/carnet/ecrits", demande.replace("" + maya.id(), "999999999")).statut()).isEqualTo(404);

    Agent conseillere = comptoir.agent("PARTENAIRE", List.of(), List.of(association));
    long e = ecrire("EMPLOI", "Pouvez-vous la recevoir ?", conseillere, LE.plusDays(4));
    long pourNoura = ecrire("EMPLOI", "À moi", noura, LE.plusDays(4));
    plusTard();
    JsonNode lus = outil.lire("/api/v1/carnet/ecrits?personne=" + maya.id()).json().get("elements");
    JsonNode tache = demande(lus, e);
    assertThat(tache.get("aVous").asBoolean()).isTrue();
    assertThat(demande(lus, pourNoura).get("aVous").asBoolean()).isFalse();
    assertThat(outil.poster("/api/v1/carnet/ecrits/" + e + "/reponses", "{\"texte\": \"Oui, lundi\"}").statut()).isEqualTo(201);
    assertThat(outil.mettre("/api/v1/carnet/demandes/" + tache.get("id").asLong() + "/faite", "{}").statut()).isEqualTo(204);
    assertThat(outil.mettre("/api/v1/carnet/demandes/" + tache.get("id").asLong() + "/faite", "{}").statut()).as("deux fois").isEqualTo(204);
    assertThat(base.sql("select faite_par from carnet.demande where entree_id = ?").param(e).query(String.class).single()).startsWith("api:");
    assertThat(outil.mettre("/api/v1/carnet/demandes/" + demande(lus, pourNoura).get("id").asLong() + "/faite", "{}").json().get("code").asString())
        .isEqualTo("DEMANDE_D_AUTRUI");
    assertThat(base.sql("select genre from carnet.demande where personne_id = ? and pour = ? and genre = 'REPONSE'").params(maya.id(),
        noura.identifiant()).query(String.class).single()).as("Noura est prévenue de la réponse").isEqualTo("REPONSE");
    Application lecteur = new Application(port, "", "");
    assertThat(lecteur.lire("/api/v1/carnet/ecrits").statut()).isEqualTo(401);
  }

  @Test
  void l_outil_d_un_territoire_ou_du_departement_ne_repond_pas_dans_un_fil_de_sante_ni_n_apprend_qu_il_existe() {
    int cms = base.sql("insert into structures.organisation (code, nom, nature) values (?, ?, 'DEPARTEMENT') returning id")
        .params("CARNET-CMS-" + essai, "Centre du carnet " + essai).query(Integer.class).single();
    base.sql("update allocataires.personne set organisation_ids = array[?::int] where id = ?").params(cms, maya.id()).update();
    Agent paul = comptoir.agent("REFERENT", List.of(), List.of(cms));
    long sante = ecrire("SANTE", "Sa santé", noura, LE.plusDays(4));
    long emploi = ecrire("EMPLOI", "Son projet", null, null);
    long demande = base.sql("select id from carnet.demande where entree_id = ?").param(sante).query(Long.class).single();
    base.sql("update carnet.demande set pour = ? where id = ?").params(paul.identifiant(), demande).update();
    for (Application appli : List.of(application("territoire", List.of(1), List.of()), application("cms", List.of(), List.of(cms)))) {
      Reponse cachee = appli.poster("/api/v1/carnet/ecrits/" + sante + "/reponses", "{\"texte\": \"Oui\"}");
      Reponse inconnue = appli.poster("/api/v1/carnet/ecrits/999999999/reponses", "{\"texte\": \"Oui\"}");
      assertThat(cachee.statut()).as(cachee.texte()).isEqualTo(422);
      assertThat(cachee.json().get("code").asString()).isEqualTo("ECRIT_PLUS_LISIBLE");
      assertThat(cachee.json().get("detail")).isEqualTo(inconnue.json().get("detail"));
      Reponse faite = appli.mettre("/api/v1/carnet/demandes/" + demande + "/faite", "{}");
      assertThat(faite.statut()).isEqualTo(422);
      assertThat(faite.json().get("detail")).isEqualTo(appli.mettre("/api/v1/carnet/demandes/999999999/faite", "{}").json().get("detail"));
      assertThat(appli.poster("/api/v1/carnet/ecrits/" + emploi + "/reponses", "{\"texte\": \"Oui\"}").statut()).isEqualTo(201);
    }
    assertThat(base.sql("select count(*) from carnet.entree where reponse_a = ?").param(sante).query(Long.class).single()).isZero();
    assertThat(base.sql("select faite_le is null from carnet.demande where id = ?").param(demande).query(Boolean.class).single()).isTrue();
  }

  @Test
  void ce_que_l_outil_lit_lui_est_annonce_par_numeros_seuls_et_rien_d_autre() {
    long webhook = systeme.agir("essai", () -> webhooks.declarer(client, "http://localhost:9/recu", List.of("carnet"))).id();
    long emploi = ecrire("EMPLOI", "Un texte secret", null, null);
    ecrire("BUDGET", "Pas pour eux", null, null);
    ecrire("SANTE", "Encore moins", null, null);
    outil.poster("/api/v1/carnet/ecrits", "{\"personne\": %d, \"theme\": \"EMPLOI\", \"le\": \"2025-10-17\", \"texte\": \"D'eux\"}"
        .formatted(maya.id()));
    List<String> corps = base.sql("select corps from echanges.livraison where webhook_id = ?").param(webhook).query(String.class).list();
    assertThat(corps).singleElement().satisfies(c -> assertThat(c).contains("\"ecrit\" : " + emploi).contains("\"personne\" : " + maya.id())
        .contains("carnet").doesNotContain("secret").doesNotContain("EMPLOI").doesNotContain("CARNETMAYA"));
    base.sql("update echanges.webhook set actif = false where id = ?").param(webhook).update();
  }

  private Application application(String nom, List<Integer> territoires, List<Integer> organisations) {
    String identifiant = "carnet-" + nom + "-" + essai;
    TenirLesClients.Declare d = systeme.agir("essai", () -> clients.declarer(new SaisieClient(identifiant, "Outil du Département",
        "informatique@exemple.fr", List.of(PORTEES.split(" ")), false, territoires, organisations)));
    return new Application(port, identifiant, d.secret()).avec(PORTEES);
  }

  /** What is written of Maya is no longer of these last seconds. */
  private void plusTard() {
    base.sql("update carnet.entree set ecrit_le = ecrit_le - interval '10 seconds' where personne_id = ?").param(maya.id()).update();
  }

  private static JsonNode demande(JsonNode elements, long ecrit) {
    for (JsonNode e : elements) {
      if (e.get("id").asLong() == ecrit) {
        return e.get("demandes").get(0);
      }
    }
    throw new AssertionError(ecrit + " : " + elements);
  }

  private void refus(String demande, String code, String phrase) {
    Reponse r = outil.poster("/api/v1/carnet/ecrits", demande);
    assertThat(r.statut()).as(r.texte()).isEqualTo(422);
    assertThat(r.texte()).contains(phrase);
    fr.jalon.ecran.PageRefusee.connue(code, phrase);
  }

  private long ecrire(String theme, String texte, Agent pour, LocalDate limite) {
    return en(() -> ecrire.executer(new NouvelEcrit(maya.id(), themes.theme(theme).orElseThrow(), LE, texte,
        pour == null ? null : pour.identifiant(), limite, UUID.randomUUID()), false));
  }

  /** As Noura. */
  private <T> T en(java.util.function.Supplier<T> acte) {
    return EnTantQue.agir(roles.perimetre(noura), () -> transaction.execute(_ -> acte.get()));
  }
}
