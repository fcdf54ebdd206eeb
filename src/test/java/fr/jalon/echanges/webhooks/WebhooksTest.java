package fr.jalon.echanges.webhooks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echanges.webhooks.application.EnvoyerLesLivraisons;
import fr.jalon.echanges.webhooks.application.TenirLesWebhooks;
import fr.jalon.echanges.webhooks.domaine.EtatLivraison;
import fr.jalon.echanges.webhooks.domaine.Signature;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons;
import fr.jalon.echanges.webhooks.lecture.ListeDesLivraisons.Ligne;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.application.AnnulerOrientation;
import fr.jalon.orientation.application.CloreSuivi;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.parametres.Horloge;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens to persons is told to the applications whose perimeter holds them, once the act is done. Today is 20 October 2025. */
@EssaiArdeche
class WebhooksTest {
  private static final AtomicInteger NUMERO = new AtomicInteger();
  private static final LocalDateTime MATIN = LocalDateTime.of(2025, 10, 20, 9, 0);
  private static final List<String> TOUS = List.of("nouvel-entrant", "orientation-notifiee", "orientation-annulee", "suivi-clos");
  @Autowired
  TenirLesClients clients;
  @Autowired
  TenirLesWebhooks webhooks;
  @Autowired
  EnvoyerLesLivraisons envoyer;
  @Autowired
  ListeDesLivraisons livraisons;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  AnnulerOrientation annuler;
  @Autowired
  CloreSuivi clore;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Horloge horloge;
  @Autowired
  TransactionTemplate transaction;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private final WireMockServer partenaire = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void ouvrir() {
    partenaire.start();
    partenaire.stubFor(post("/recu").willReturn(ok()));
    base.sql("update echanges.webhook set actif = false").update();
    envoyer.executer();
  }

  @AfterEach
  void fermer() {
    partenaire.stop();
    horloge.regler(MATIN);
  }

  @Test
  void un_nouvel_entrant_et_son_orientation_sont_annonces_signes_et_sans_son_nom() {
    Abonne territoire = abonner(List.of(3), List.of(), TOUS);
    Dossiers.Personne p = entrante("HOOKUN", 3);
    entrante("HOOKAILLEURS", 2);
    long suivi = orienter(p, interne());
    assertThat(envoyer.executer()).isEqualTo(2);

    List<LoggedRequest> recues = recues();
    assertThat(recues).hasSize(2);
    for (LoggedRequest r : recues) {
      String[] parties = r.getHeader("Jalon-Signature").split(",v1=");
      assertThat(Signature.entete(territoire.secret(), Long.parseLong(parties[0].substring(2)), r.getBodyAsString()))
          .isEqualTo(r.getHeader("Jalon-Signature"));
      JsonNode corps = JsonMapper.shared().readTree(r.getBodyAsString());
      assertThat(corps.get("id").asString()).isEqualTo(r.getHeader("Jalon-Livraison"));
      assertThat(corps.get("personne").asLong()).isEqualTo(p.id());
      assertThat(r.getBodyAsString()).doesNotContain("HOOKUN").doesNotContain("Ana");
    }
    JsonNode notifiee = recues.stream().map(r -> JsonMapper.shared().readTree(r.getBodyAsString()))
        .filter(c -> c.get("evenement").asString().equals("orientation-notifiee"))
        .findFirst().orElseThrow();
    assertThat(notifiee.get("suivi").asLong()).isEqualTo(suivi);
    assertThat(notifiee.get("date").asString()).isEqualTo("2025-10-17");
    assertThat(envoyer.executer()).as("rien n'est envoyé deux fois").isZero();
    assertThat(de(territoire)).extracting(Ligne::etat).containsOnly(EtatLivraison.LIVREE);
  }

  @Test
  void l_organisation_apprend_qu_une_personne_lui_est_confiee_puis_qu_elle_ne_l_est_plus() {
    Organisation maison = interne();
    Abonne organisation = abonner(List.of(), List.of(maison.id()), TOUS);
    Dossiers.Personne annulee = entrante("HOOKANNULEE", 3);
    Dossiers.Personne close = entrante("HOOKCLOSE", 3);
    long premier = orienter(annulee, maison);
    long second = orienter(close, maison);
    systeme(() -> {
      annuler.executer(premier, "Erreur de saisie");
      clore.executer(second, LocalDate.of(2025, 10, 18), "Déménagement");
      return null;
    });
    assertThat(de(organisation)).extracting(Ligne::evenement, Ligne::personneId).containsExactlyInAnyOrder(
        org.assertj.core.groups.Tuple.tuple("orientation-notifiee", annulee.id()),
        org.assertj.core.groups.Tuple.tuple("orientation-notifiee", close.id()),
        org.assertj.core.groups.Tuple.tuple("orientation-annulee", annulee.id()), org.assertj.core.groups.Tuple.tuple("suivi-clos", close.id()));
  }

  @Test
  void la_fin_de_droit_lue_dans_un_fichier_clot_le_suivi_et_l_annonce() {
    Abonne territoire = abonner(List.of(3), List.of(), List.of("suivi-clos"));
    Dossiers.Personne p = entrante("HOOKFIN", 3);
    orienter(p, interne());
    dossiers.fichier(LocalDate.of(2025, 10, 18), LocalDate.of(2025, 10, 19), p, "5", true);
    assertThat(base.sql("select etat from orientation.suivi where personne_id = ?").param(p.id()).query(String.class).single()).isEqualTo("CLOS");
    assertThat(de(territoire)).extracting(Ligne::personneId).containsExactly(p.id());
  }

  @Test
  void un_acte_refuse_ou_defait_n_annonce_rien() {
    Abonne territoire = abonner(List.of(3), List.of(), List.of("orientation-notifiee"));
    Dossiers.Personne p = entrante("HOOKDEFAIT", 3);
    int organisation = interne().id();
    systeme(() -> transaction.execute(etat -> {
      enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, null, LocalDate.of(2025, 10, 17)));
      etat.setRollbackOnly();
      return null;
    }));
    assertThat(de(territoire)).isEmpty();
  }

  @Test
  void une_livraison_refusee_est_reessayee_de_plus_en_plus_tard_puis_abandonnee_et_relancee() {
    Abonne a = abonner(List.of(3), List.of(), List.of("nouvel-entrant"));
    partenaire.stubFor(post("/recu").willReturn(aResponse().withStatus(503)));
    entrante("HOOKPANNE", 3);
    assertThat(envoyer.executer()).isEqualTo(1);
    assertThat(envoyer.executer()).as("pas avant une minute").isZero();
    horloge.regler(MATIN.plusSeconds(80));
    assertThat(envoyer.executer()).isEqualTo(1);
    horloge.regler(MATIN.plusSeconds(80 + 80));
    assertThat(envoyer.executer()).as("la deuxième attente est double").isZero();
    for (int heures = 1; heures < 8; heures++) {
      horloge.regler(MATIN.plusHours(heures));
      envoyer.executer();
    }
    Ligne abandonnee = de(a).getFirst();
    assertThat(abandonnee.etat()).isEqualTo(EtatLivraison.ABANDONNEE);
    assertThat(abandonnee.tentatives()).isEqualTo(8);
    assertThat(abandonnee.reponse()).isEqualTo(503);
    assertThat(recues()).extracting(r -> r.getHeader("Jalon-Livraison")).hasSize(8).containsOnly(abandonnee.id().toString());
    partenaire.stubFor(post("/recu").willReturn(ok()));
    systeme(() -> {
      webhooks.relancer(abandonnee.id());
      return null;
    });
    assertThat(envoyer.executer()).isEqualTo(1);
    assertThat(de(a).getFirst().etat()).isEqualTo(EtatLivraison.LIVREE);
    assertThatThrownBy(() -> systeme(() -> {
      webhooks.relancer(abandonnee.id());
      return null;
    })).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo("PASSAGE_IMPOSSIBLE"));
  }

  @Test
  void un_serveur_tue_pendant_l_envoi_laisse_sa_livraison_a_un_autre() {
    Abonne a = abonner(List.of(3), List.of(), List.of("nouvel-entrant"));
    entrante("HOOKTUE", 3);
    // what a server leaves behind it when it dies between taking and noting
    base.sql("update echanges.livraison set prise_jusqua = ?, tentatives = 1 where webhook_id = ?")
        .params(MATIN.plusSeconds(60).atZone(horloge.getZone()).toOffsetDateTime(), a.webhook()).update();
    assertThat(envoyer.executer()).as("un autre la tient").isZero();
    horloge.regler(MATIN.plusSeconds(80));
    assertThat(envoyer.executer()).isEqualTo(1);
    assertThat(de(a)).extracting(Ligne::etat, Ligne::tentatives).containsExactly(org.assertj.core.groups.Tuple.tuple(EtatLivraison.LIVREE, 2));
  }

  @Test
  void une_application_sans_acces_ou_qui_repond_disparu_ne_recoit_plus_rien() {
    Abonne retiree = abonner(List.of(3), List.of(), List.of("nouvel-entrant"));
    entrante("HOOKRETIREE", 3);
    systeme(() -> {
      clients.revoquer(retiree.client());
      return null;
    });
    entrante("HOOKAPRES", 3);
    assertThat(envoyer.executer()).isZero();
    assertThat(de(retiree)).extracting(Ligne::etat).containsExactly(EtatLivraison.ABANDONNEE);

    Abonne disparue = abonner(List.of(3), List.of(), List.of("nouvel-entrant"));
    partenaire.stubFor(post("/recu").willReturn(aResponse().withStatus(410)));
    entrante("HOOKDISPARUE", 3);
    envoyer.executer();
    assertThat(de(disparue).getFirst().etat()).isEqualTo(EtatLivraison.ABANDONNEE);
    assertThat(base.sql("select actif from echanges.webhook where id = ?").param(disparue.webhook()).query(Boolean.class).single()).isFalse();
  }

  @Test
  void une_redirection_n_est_pas_suivie() {
    Abonne a = abonner(List.of(3), List.of(), List.of("nouvel-entrant"));
    partenaire.stubFor(post("/recu").willReturn(aResponse().withStatus(307).withHeader("Location", "http://169.254.169.254/")));
    entrante("HOOKREDIRIGE", 3);
    envoyer.executer();
    assertThat(de(a).getFirst().erreur()).contains("307");
  }

  @Test
  void un_evenement_demande_la_portee_qui_lit_ce_dont_il_parle() {
    ClientApi sans = declarer(List.of("entrants:lire", "webhooks"), List.of(3), List.of());
    refuse("PORTEE_ABSENTE", "orientations:lire", () -> webhooks.declarer(sans, adresse(), List.of("suivi-clos")));
    assertThatThrownBy(() -> systeme(() -> webhooks.declarer(sans, "https://10.0.0.1/", List.of("nouvel-entrant"))))
        .hasMessageContaining("réseau privé");
    refuse("EVENEMENTS", "nouvel-entrant", () -> webhooks.declarer(sans, adresse(), List.of("naissance")));
    refuse("EVENEMENTS", "Choisissez au moins un événement", () -> webhooks.declarer(sans, adresse(), List.of()));
    ClientApi muette = declarer(List.of("entrants:lire"), List.of(3), List.of());
    refuse("PORTEE_ABSENTE", "ajoutez-la d'abord", () -> webhooks.declarer(muette, adresse(), List.of("nouvel-entrant")));
    assertThat(base.sql("select count(*) from echanges.webhook where client_id in (?, ?)").params(sans.id(), muette.id())
        .query(Integer.class).single()).isZero();
  }

  @Test
  void une_application_a_dix_webhooks_au_plus_et_ce_qui_est_arrete_ou_d_une_autre_ne_se_touche_plus() {
    ClientApi bavarde = declarer(List.of("entrants:lire", "webhooks"), List.of(3), List.of());
    List<Long> dix = Stream.generate(() -> systeme(() -> webhooks.declarer(bavarde, adresse(), List.of("nouvel-entrant"))).id())
        .limit(TenirLesWebhooks.LIMITE).toList();
    refuse("TROP_DE_WEBHOOKS", "au plus 10 webhooks", () -> webhooks.declarer(bavarde, adresse(), List.of("nouvel-entrant")));
    assertThat(actifs(bavarde)).isEqualTo(10);
    systeme(() -> arreter(dix.getFirst()));
    refuse("WEBHOOK_INCONNU", "il est arrêté", () -> arreter(dix.getFirst()));
    refuse("WEBHOOK_INCONNU", "il est arrêté", () -> webhooks.essayer(dix.getFirst()));
    refuse("LIVRAISON_INCONNUE", "n'existe pas", () -> {
      webhooks.relancer(UUID.randomUUID());
      return null;
    });
    assertThat(actifs(bavarde)).isEqualTo(9);
  }

  @Test
  void une_application_demande_quelque_chose_avec_un_long_secret_et_celle_qui_n_existe_pas_ne_se_change_pas() {
    SaisieClient rien = new SaisieClient("rien-a-demander", "Rien", "informatique@exemple.fr", List.of(), false, List.of(3), List.of());
    assertThatThrownBy(() -> systeme(() -> clients.declarer(rien))).isInstanceOfSatisfying(SaisieRefusee.class,
        r -> assertThat(r.fautes()).hasSize(1).hasEntrySatisfying("portees", f -> assertThat(f.code()).isEqualTo("PORTEES")));
    SaisieClient pressee = new SaisieClient("rien-a-demander", "Pressée", "informatique@exemple.fr", List.of("entrants:lire"), false,
        List.of(3), List.of());
    refuse("SECRET_COURT", "24 caractères", () -> clients.declarer(pressee, "motdepasse"));
    refuse("CLIENT_INCONNU", "n'existe pas", () -> clients.remplacerLeSecret(987_654_321, true));
    assertThat(base.sql("select count(*) from habilitations.client where identifiant = 'rien-a-demander'").query(Integer.class).single()).isZero();
  }

  private Object arreter(long webhook) {
    webhooks.arreter(webhook);
    return null;
  }

  private int actifs(ClientApi client) {
    return base.sql("select count(*) from echanges.webhook where client_id = ? and actif").param(client.id()).query(Integer.class).single();
  }

  private void refuse(String code, String phrase, Supplier<?> acte) {
    assertThatThrownBy(() -> systeme(acte)).isInstanceOfSatisfying(RefusMetier.class, r -> assertThat(r.code()).isEqualTo(code))
        .hasMessageContaining(phrase);
  }

  private record Abonne(long client, long webhook, String secret) {}

  private Abonne abonner(List<Integer> territoires, List<Integer> organisations, List<String> evenements) {
    ClientApi client = declarer(List.of("entrants:lire", "orientations:lire", "webhooks"), territoires, organisations);
    TenirLesWebhooks.Declare w = systeme(() -> webhooks.declarer(client, adresse(), evenements));
    return new Abonne(client.id(), w.id(), w.secret());
  }

  private ClientApi declarer(List<String> portees, List<Integer> territoires, List<Integer> organisations) {
    return systeme(() -> clients.un(clients.declarer(new SaisieClient("abonne-" + NUMERO.incrementAndGet(), "Abonné", "informatique@exemple.fr",
        portees, false, territoires,
        organisations)).id()).orElseThrow());
  }

  private String adresse() {
    return "http://localhost:" + partenaire.port() + "/recu";
  }

  private List<LoggedRequest> recues() {
    return partenaire.findAll(postRequestedFor(urlEqualTo("/recu")));
  }

  private List<Ligne> de(Abonne a) {
    return systeme(() -> livraisons.toutes(new ListeDesLivraisons.Filtre(a.client(), null, null)));
  }

  private long orienter(Dossiers.Personne p, Organisation o) {
    return systeme(() -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, o.id(), null, LocalDate.of(2025, 10, 17))));
  }

  private Organisation interne() {
    return structures.organisations().stream().filter(o -> o.active() && o.prend("SOCIAL")).findFirst().orElseThrow();
  }

  private <T> T systeme(Supplier<T> acte) {
    return systeme.agir("essai", acte);
  }

  private Dossiers.Personne entrante(String nom, int territoire) {
    LocalDate recuLe = LocalDate.of(2025, 10, 3);
    return dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue(nom, territoire, recuLe.minusDays(20)), "2", true).personne();
  }
}
