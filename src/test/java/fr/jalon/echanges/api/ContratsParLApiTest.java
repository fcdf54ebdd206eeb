package fr.jalon.echanges.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.ecran.PageRefusee;
import fr.jalon.echanges.api.Application.Reponse;
import fr.jalon.echanges.webhooks.application.TenirLesWebhooks;
import fr.jalon.engagement.application.EtatsDeFranceTravail;
import fr.jalon.engagement.application.RefuserLeContrat;
import fr.jalon.engagement.domaine.EtatContrat;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Roles;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import java.time.LocalDate;
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

/** The tool of an association prepares the contract of Maya, whom it follows since 1 October 2025, and says it signed. Today is 20 October 2025. */
@EssaiArdeche
class ContratsParLApiTest {
  private static final String PORTEES = "contrats:lire contrats:ecrire webhooks";
  private static final String EMPREINTE = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
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
  RefuserLeContrat refuser;
  @Autowired
  EtatsDeFranceTravail etats;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int association;
  private Personne maya;
  private Application outil;
  private ClientApi client;

  @BeforeEach
  void maya_est_suivie_par_l_association() {
    essai++;
    association = base.sql("insert into structures.organisation (code, nom, nature) values (?, ?, 'EXTERNE') returning id")
        .params("CONTRAT-API-" + essai, "Association des contrats " + essai).query(Integer.class).single();
    maya = suivie("CONTRATMAYA" + essai);
    TenirLesClients.Declare d = systeme.agir("essai", () -> clients.declarer(new SaisieClient("contrats-essai-" + essai, "Outil de l'association",
        "informatique@exemple.fr", List.of(PORTEES.split(" ")), false, List.of(), List.of(association))));
    client = systeme.agir("essai", () -> clients.un(d.id()).orElseThrow());
    outil = new Application(port, "contrats-essai-" + essai, d.secret()).avec(PORTEES);
  }

  private Personne suivie(String nom) {
    Personne p = dossiers.entrante(nom, 1, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set organisation_ids = array[?::int] where id = ?").params(association, p.id()).update();
    base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le)
        values (?, 'SOCIAL', ?, '2025-10-01', '2025-10-01', 'essai', now())""").params(p.id(), association).update();
    return p;
  }

  @Test
  void l_outil_prepare_une_fois_dit_signe_et_relit_avec_l_etat_de_france_travail() {
    String cle = UUID.randomUUID().toString();
    Reponse premiere = outil.poster("/api/v1/contrats", demande(maya, "Je précise mon projet de travail."), "Idempotency-Key", cle);
    assertThat(premiere.statut()).as(premiere.texte()).isEqualTo(201);
    Reponse seconde = outil.poster("/api/v1/contrats", demande(maya, "Je précise mon projet de travail."), "Idempotency-Key", cle);
    assertThat(seconde.texte()).isEqualTo(premiere.texte());
    assertThat(seconde.entete("Idempotent-Replayed")).isEqualTo("true");
    long contrat = premiere.json().get("contrat").asLong();
    JsonNode prepare = un();
    assertThat(prepare.get("etat").asString()).isEqualTo("A_ELABORER");
    assertThat(prepare.get("etatFranceTravail").asString()).isEqualTo("A_SIGNER");
    assertThat(prepare.get("objectifs").get(0).get("texte").asString()).isEqualTo("Je précise mon projet de travail.");
    refus(outil.mettre(signature(contrat), "{\"le\": \"2025-10-21\", \"empreinte\": \"%s\"}".formatted(EMPREINTE)), "CONTRAT_A_VENIR",
        "pas encore arrivé");
    refus(outil.mettre(signature(contrat), "{\"le\": \"2025-10-17\", \"empreinte\": \"abc\"}"), "EMPREINTE_ILLISIBLE", "64 caractères");
    assertThat(outil.mettre(signature(contrat), signee()).statut()).isEqualTo(204);
    assertThat(outil.mettre(signature(contrat), signee()).statut()).as("renvoyé, rien ne change").isEqualTo(204);
    JsonNode signe = un();
    assertThat(signe.get("etat").asString()).isEqualTo("SIGNE");
    assertThat(signe.get("signeLe").asString()).isEqualTo("2025-10-17");
    assertThat(signe.get("empreinte").asString()).isEqualTo(EMPREINTE);
    assertThat(base.sql("select etat || ' ' || etat_depuis from echeances.echeance where personne_id = ? and nature = 'CONTRAT_ENGAGEMENT'")
        .param(maya.id())
        .query(String.class).single()).as("le mois est tenu").isEqualTo("TENUE 2025-10-17");
    refus(outil.poster("/api/v1/contrats", demande(maya, "Un autre.")), "CONTRAT_DEJA_OUVERT", "a déjà un contrat");
  }

  @Test
  void ni_la_sante_ni_une_personne_d_ailleurs_ni_un_document_autre_que_celui_presente() {
    refus(outil.poster("/api/v1/contrats", demande(maya, "Je me soigne.").replace("\"theme\": \"EMPLOI\"", "\"theme\": \"SANTE\"")),
        "OBJECTIF_DE_SANTE_HORS_API",
        "Un objectif de santé ne s'écrit pas");
    assertThat(base.sql("select count(*) from engagement.contrat where personne_id = ?").param(maya.id()).query(Integer.class).single())
        .as("rien n'est fait à moitié").isZero();
    Personne ailleurs = dossiers.entrante("CONTRATAILLEURS" + essai, 1, LocalDate.of(2025, 8, 4));
    assertThat(outil.poster("/api/v1/contrats", demande(ailleurs, "Non.")).statut()).isEqualTo(404);
    assertThat(outil.lire("/api/v1/contrats?personne=" + ailleurs.id()).statut()).isEqualTo(404);
    refus(outil.mettre(signature(999_999_999), signee()), "CONTRAT_INCONNU", "plus dans ce que vous pouvez consulter");
    long contrat = outil.poster("/api/v1/contrats", demande(maya, "J'avance.")).json().get("contrat").asLong();
    base.sql("update engagement.version set presentee_le = '2025-10-15', empreinte = ? where contrat_id = ?").params("0".repeat(64), contrat)
        .update();
    base.sql("update engagement.contrat set etat = 'A_SIGNER' where id = ?").param(contrat).update();
    refus(outil.mettre(signature(contrat), signee()), "EMPREINTE_D_UN_AUTRE_DOCUMENT", "Un autre document est présenté");
    assertThat(outil.lire("/api/v1/contrats?curseur=faux").statut()).isEqualTo(400);
    assertThat(outil.lire("/api/v1/contrats?taille=500").statut()).isEqualTo(400);
    assertThat(new Application(port, "", "").lire("/api/v1/contrats").statut()).isEqualTo(401);
  }

  @Test
  void les_pages_se_suivent_sans_en_sauter_et_la_signature_comme_le_refus_sont_annonces_par_numeros() {
    long webhook = systeme.agir("essai", () -> webhooks.declarer(client, "http://localhost:9/recu", List.of("contrat-signe", "contrat-refuse"))).id();
    Personne noa = suivie("CONTRATNOA" + essai);
    long deMaya = outil.poster("/api/v1/contrats", demande(maya, "J'avance.")).json().get("contrat").asLong();
    long deNoa = outil.poster("/api/v1/contrats", demande(noa, "J'avance.")).json().get("contrat").asLong();
    JsonNode page = outil.lire("/api/v1/contrats?taille=1").json();
    assertThat(page.get("elements").get(0).get("id").asLong()).isEqualTo(deMaya);
    page = outil.lire("/api/v1/contrats?taille=1&curseur=" + page.get("suivant").asString()).json();
    assertThat(page.get("elements").get(0).get("id").asLong()).isEqualTo(deNoa);
    outil.mettre(signature(deMaya), signee());
    EnTantQue.agir(roles.perimetre(comptoir.agent("REFERENT", List.of(1), List.of())), () -> transaction.execute(_ -> {
      refuser.executer(noa.id(), deNoa, LocalDate.of(2025, 10, 20), "Je ne veux pas.");
      return 0;
    }));
    assertThat(base.sql("select corps from echanges.livraison where webhook_id = ? order by creee_le, id").param(webhook).query(String.class).list())
        .hasSize(2).anySatisfy(c -> assertThat(c).contains("contrat-signe").contains("\"contrat\" : " + deMaya).doesNotContain("avance"))
        .anySatisfy(c -> assertThat(c).contains("contrat-refuse").contains("\"contrat\" : " + deNoa).doesNotContain("veux pas"));
    base.sql("update echanges.webhook set actif = false where id = ?").param(webhook).update();
  }

  @Test
  void chaque_etat_a_son_nom_chez_france_travail_sauf_ce_qui_n_a_jamais_ete() {
    for (EtatContrat etat : EtatContrat.values()) {
      assertThat(etats.nom(etat).isPresent()).as(etat.name()).isEqualTo(etat != EtatContrat.ECARTE);
    }
    assertThat(etats.nom(EtatContrat.CLOS)).contains("CLOTURE");
  }

  private static String demande(Personne p, String objectif) {
    return """
        {"personne": %d, "depuis": "2025-10-20", "jusquAu": "2026-04-19", "intensite": "RENFORCEE", "objectifs": [{"texte": "%s", "theme": "EMPLOI",
          "actions": [{"libelle": "Deux ateliers", "activite": "REMOBILISATION", "heures": 3}]}]}""".formatted(p.id(), objectif);
  }

  private static String signature(long contrat) {
    return "/api/v1/contrats/" + contrat + "/signature";
  }

  private static String signee() {
    return "{\"le\": \"2025-10-17\", \"empreinte\": \"%s\"}".formatted(EMPREINTE);
  }

  private JsonNode un() {
    return outil.lire("/api/v1/contrats?personne=" + maya.id()).json().get("elements").get(0);
  }

  private static void refus(Reponse r, String code, String phrase) {
    assertThat(r.statut()).as(r.texte()).isEqualTo(422);
    assertThat(r.texte()).contains(phrase).contains(code);
    PageRefusee.connue(code, phrase);
  }
}
