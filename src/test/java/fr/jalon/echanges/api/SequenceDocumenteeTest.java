package fr.jalon.echanges.api;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import fr.jalon.echanges.api.Application.Reponse;
import fr.jalon.echanges.webhooks.application.EnvoyerLesLivraisons;
import fr.jalon.echanges.webhooks.domaine.Evenement;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Portee;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EssaiArdeche;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What docs/api.md tells a partner to do, done in its order with the bodies it gives. Today is 20 October 2025. */
@EssaiArdeche
class SequenceDocumenteeTest {
  private static final String PORTEES = String.join(" ", Arrays.stream(Portee.values()).map(Portee::code).toList());
  @LocalServerPort
  int port;
  @Autowired
  TenirLesClients clients;
  @Autowired
  EnvoyerLesLivraisons envoyer;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Dossiers dossiers;
  private final WireMockServer partenaire = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void ouvrir() {
    partenaire.start();
    partenaire.stubFor(post(anyUrl()).willReturn(ok()));
  }

  @AfterEach
  void fermer() {
    partenaire.stop();
  }

  @Test
  void un_jeton_une_liste_une_orientation_et_le_webhook_signe_arrive() throws Exception {
    String page = Files.readString(Path.of("docs/api.md"));
    LocalDate recuLe = LocalDate.of(2025, 9, 2);
    Dossiers.Personne p = dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue("SEQUENCE", 3, recuLe.minusDays(20)), "2", true).personne();
    Application a = declarer("sequence");

    assertThat(a.lire("/api/v1/moi").json().get("portees")).hasSize(Portee.values().length);
    assertThat(a.lire("/api/v1/nouveaux-entrants?urgence=EN_RETARD&taille=200").texte()).contains("SEQUENCE");

    ObjectNode abonnement = corps(page, "evenements");
    abonnement.put("adresse", "http://localhost:" + partenaire.port() + "/recu");
    Reponse webhook = a.poster("/api/v1/webhooks", abonnement.toString());
    assertThat(webhook.statut()).as(webhook.texte()).isEqualTo(201);
    assertThat(a.poster("/api/v1/webhooks/" + webhook.json().get("id") + "/essai", "").json().get("etat").asString()).isEqualTo("LIVREE");

    ObjectNode orientation = corps(page, "parcours");
    orientation.put("personne", p.id());
    orientation.put("organisation", quiPrend(a, "SOCIAL"));
    assertThat(a.poster("/api/v1/orientations", orientation.toString(), "Idempotency-Key", "sequence-1").statut()).isEqualTo(201);
    assertThat(envoyer.executer()).isPositive();

    LoggedRequest recue = partenaire.findAll(postRequestedFor(urlEqualTo("/recu"))).stream()
        .filter(r -> r.getHeader("Jalon-Evenement").equals("orientation-notifiee")).findFirst().orElseThrow();
    Matcher signature = Pattern.compile("t=(\\d+),v1=([0-9a-f]{64})").matcher(recue.getHeader("Jalon-Signature"));
    assertThat(signature.matches()).isTrue();
    // the receiver's own computation, not ours
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(webhook.json().get("secret").asString().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(HexFormat.of().formatHex(mac.doFinal((signature.group(1) + "." + recue.getBodyAsString()).getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(signature.group(2));
    assertThat(Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(signature.group(1))))
        .as("l'heure des machines, pas celle de la démonstration").isLessThan(300);

    assertThat(a.lire("/api/v1/webhooks/" + webhook.json().get("id") + "/livraisons?etat=LIVREE").json()).isNotEmpty();
    Reponse lue = a.lire("/api/v1/personnes/" + p.id() + "/orientation");
    assertThat(lue.json().get("orientation").get("notifieLe").asString()).isEqualTo("2025-09-05");
    assertThat(a.lire("/api/v1/personnes/" + p.id() + "/orientation", "If-None-Match", lue.entete("ETag")).statut()).isEqualTo(304);
    assertThat(a.effacer("/api/v1/webhooks/" + webhook.json().get("id")).statut()).isEqualTo(204);
    assertThat(a.poster("/api/v1/webhooks/" + webhook.json().get("id") + "/essai", "").statut()).isEqualTo(422);
  }

  @Test
  void les_webhooks_d_une_autre_application_n_existent_pas_pour_elle() {
    Application une = declarer("sequence-une");
    Application autre = declarer("sequence-autre");
    String id = une.poster("/api/v1/webhooks",
        "{\"adresse\": \"http://localhost:%d/recu\", \"evenements\": [\"suivi-clos\"]}".formatted(partenaire.port())).json().get("id").toString();
    assertThat(autre.lire("/api/v1/webhooks").json()).isEmpty();
    assertThat(autre.effacer("/api/v1/webhooks/" + id).statut()).isEqualTo(404);
    assertThat(autre.poster("/api/v1/webhooks/" + id + "/essai", "").statut()).isEqualTo(404);
    assertThat(autre.lire("/api/v1/webhooks/" + id + "/livraisons").statut()).isEqualTo(404);
    assertThat(une.lire("/api/v1/webhooks").json()).hasSize(1);
  }

  @Test
  void les_exemples_de_la_description_sont_acceptes_par_qui_les_lit() {
    Application a = declarer("sequence-exemples");
    JsonNode schemas = a.lire("/api/v1/openapi.json").json().get("components").get("schemas");
    // the person and the machine of the examples do not exist: what is refused is them, not a field
    assertThat(a.poster("/api/v1/orientations", schemas.get("DemandeDOrientation").get("example").toString()).statut()).isEqualTo(404);
    assertThat(a.mettre("/api/v1/sessions/999999/presences/1207", schemas.get("DemandeDePresence").get("example").toString()).statut())
        .isEqualTo(404);
    assertThat(a.poster("/api/v1/webhooks", schemas.get("DemandeDeWebhook").get("example").toString()).json().get("code").asString())
        .isEqualTo("ADRESSE_INTROUVABLE");
  }

  @Test
  void la_page_dit_toutes_les_portees_et_tous_les_evenements() throws Exception {
    String page = Files.readString(Path.of("docs/api.md"));
    assertThat(page).contains(Arrays.stream(Portee.values()).map(p -> "| `" + p.code() + "` |").toList());
    assertThat(page).contains(Arrays.stream(Evenement.values()).map(e -> "| `" + e.code() + "` |").toList());
  }

  private Application declarer(String identifiant) {
    TenirLesClients.Declare d = systeme.agir("essai", () -> clients.declarer(
        new SaisieClient(identifiant, "Application", "informatique@exemple.fr", List.of(PORTEES.split(" ")), false, List.of(3), List.of())));
    return new Application(port, identifiant, d.secret()).avec(PORTEES);
  }

  /** The body of the command that holds this key. */
  private static ObjectNode corps(String page, String cle) {
    return Pattern.compile("-d '(\\{[^']+\\})'").matcher(page).results().map(r -> JsonMapper.shared().readTree(r.group(1))).filter(n -> n.has(cle))
        .map(ObjectNode.class::cast).findFirst().orElseThrow();
  }

  private static int quiPrend(Application a, String parcours) {
    for (JsonNode o : a.lire("/api/v1/organisations").json()) {
      if (o.get("parcours").isEmpty() || o.get("parcours").toString().contains("\"" + parcours + "\"")) {
        return o.get("id").asInt();
      }
    }
    throw new AssertionError(parcours);
  }
}
