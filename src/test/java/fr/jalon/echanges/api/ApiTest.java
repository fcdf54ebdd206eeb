package fr.jalon.echanges.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.api.Application.Reponse;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The API as a partner's application meets it, over HTTP. Today is 20 October 2025. */
@EssaiArdeche
class ApiTest {
  private static final AtomicInteger NUMERO = new AtomicInteger();
  private static final String LIRE = "entrants:lire orientations:lire";
  @LocalServerPort
  int port;
  @Autowired
  TenirLesClients clients;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Structures structures;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Horloge horloge;

  @AfterEach
  void remettreLHorloge() {
    horloge.regler(LocalDateTime.of(2025, 10, 20, 9, 0));
  }

  @Test
  void une_application_lit_les_nouveaux_entrants_de_son_territoire_et_eux_seuls() {
    Dossiers.Personne sienne = entrante("APIPROCHE", 3, LocalDate.of(2025, 10, 3));
    Dossiers.Personne autre = entrante("APILOIN", 2, LocalDate.of(2025, 10, 3));
    Application a = declarer(LIRE, List.of(3), List.of()).avec(LIRE);
    JsonNode entrant = trouver(a, "", "APIPROCHE");
    assertThat(entrant.get("limiteLegale").asString()).isEqualTo("2025-11-14");
    assertThat(entrant.get("joursRestants").asInt()).isEqualTo(25);
    assertThat(entrant.get("urgence").asString()).isEqualTo("A_TEMPS");
    assertThat(entrant.get("motifEnClair").asString()).isEqualTo("Première demande");
    assertThat(entrant.get("personne").get("id").asLong()).isEqualTo(sienne.id());
    assertThat(a.lire("/api/v1/nouveaux-entrants?taille=200").texte()).doesNotContain("APILOIN").doesNotContain("nir");
    // out of the perimeter and inexistent: one answer
    Reponse dehors = a.lire("/api/v1/personnes/" + autre.id() + "/orientation");
    Reponse inexistante = a.lire("/api/v1/personnes/999999999/orientation");
    assertThat(dehors.statut()).isEqualTo(404);
    assertThat(dehors.texte().replace("" + autre.id(), "N")).isEqualTo(inexistante.texte().replace("999999999", "N"));
    assertThat(dehors.json().get("code").asString()).isEqualTo("PERSONNE_INCONNUE");
  }

  @Test
  void les_pages_se_suivent_sans_rien_perdre_ni_repeter() {
    for (int i = 0; i < 5; i++) {
      entrante("APIPAGE" + i, 1, LocalDate.of(2025, 9, 10 + i / 2));
    }
    Application a = declarer(LIRE, List.of(1), List.of()).avec(LIRE);
    List<String> noms = new ArrayList<>();
    String suivant = "";
    do {
      JsonNode page = a.lire("/api/v1/nouveaux-entrants?depuis=2025-09-01&taille=2" + (suivant.isEmpty() ? "" : "&curseur=" + suivant)).json();
      page.get("elements").forEach(e -> noms.add(e.get("personne").get("nom").asString()));
      suivant = page.get("suivant").isNull() ? null : page.get("suivant").asString();
    } while (suivant != null);
    assertThat(noms).doesNotHaveDuplicates().contains("APIPAGE0", "APIPAGE1", "APIPAGE2", "APIPAGE3", "APIPAGE4");
    assertThat(noms.indexOf("APIPAGE0")).isLessThan(noms.indexOf("APIPAGE4"));
  }

  @Test
  void elle_oriente_une_personne_une_seule_fois_meme_si_elle_envoie_deux_fois() {
    Dossiers.Personne p = entrante("APIORIENTEE", 3, LocalDate.of(2025, 10, 3));
    Application a = declarer(LIRE + " orientations:ecrire", List.of(3), List.of()).avec(LIRE + " orientations:ecrire");
    JsonNode choisie = organisation(a);
    String demande = """
        {"personne": %d, "parcours": "SOCIAL", "organisation": %d, "notifieLe": "2025-10-17"}""".formatted(p.id(), choisie.get("id").asInt());
    String cle = UUID.randomUUID().toString();
    Reponse premiere = a.poster("/api/v1/orientations", demande, "Idempotency-Key", cle);
    assertThat(premiere.statut()).as(premiere.texte()).isEqualTo(201);
    Reponse seconde = a.poster("/api/v1/orientations", demande, "Idempotency-Key", cle);
    assertThat(seconde.statut()).isEqualTo(201);
    assertThat(seconde.texte()).isEqualTo(premiere.texte());
    assertThat(seconde.entete("Idempotent-Replayed")).isEqualTo("true");
    assertThat(a.poster("/api/v1/orientations", demande.replace("SOCIAL", "PROFESSIONNEL"), "Idempotency-Key", cle).json().get("code").asString())
        .isEqualTo("CLE_DEJA_UTILISEE");
    assertThat(a.poster("/api/v1/orientations", demande, "Idempotency-Key", "la cle de rosa").json().get("code").asString())
        .isEqualTo("CLE_IMPOSSIBLE");
    Reponse sansCle = a.poster("/api/v1/orientations", demande);
    assertThat(sansCle.statut()).isEqualTo(422);
    assertThat(sansCle.json().get("code").asString()).isEqualTo("DEJA_ORIENTEE");
    assertThat(sansCle.json().get("article").asString()).isEqualTo("L. 262-27 CASF");

    JsonNode lue = a.lire(premiere.entete("Location")).json();
    assertThat(lue.get("orientation").get("parcours").asString()).isEqualTo("SOCIAL");
    assertThat(lue.get("orientation").get("organisation").asString()).isEqualTo(choisie.get("nom").asString());
    assertThat(lue.get("attente").isNull()).isTrue();
    assertThat(trouver(a, "&etat=ORIENTEE", "APIORIENTEE").get("etat").asString()).isEqualTo("ORIENTEE");
    assertThat(comptoir.derniereTrace("CONSULTATION")).containsEntry("personne_id", p.id()).containsEntry("role", "CLIENT_API");
    assertThat(comptoir.derniereTrace("ORIENTATION").get("agent").toString()).startsWith("api:");
  }

  @Test
  void chaque_refus_dit_son_code_sa_phrase_et_le_champ() {
    Dossiers.Personne p = entrante("APIREFUS", 3, LocalDate.of(2025, 10, 3));
    Application a = declarer(LIRE + " orientations:ecrire", List.of(3), List.of()).avec(LIRE + " orientations:ecrire");
    int organisation = organisation(a).get("id").asInt();
    String demande = "{\"personne\": %d, \"parcours\": \"SOCIAL\", \"organisation\": %d, \"notifieLe\": \"%s\"%s}";

    Reponse regle = a.poster("/api/v1/orientations", demande.formatted(p.id(), organisation, "2025-09-30", ""));
    assertThat(regle.statut()).isEqualTo(422);
    assertThat(regle.entete("Content-Type")).contains("application/problem+json");
    assertThat(regle.json().get("code").asString()).isEqualTo("AVANT_RECEPTION");
    assertThat(regle.json().get("article").asString()).isEqualTo("D. 262-65-2 CASF");
    assertThat(regle.json().get("detail").asString()).contains("03/10/2025");

    Reponse inconnu = a.poster("/api/v1/orientations", demande.formatted(p.id(), organisation, "2025-10-10", ", \"parcour\": \"SOCIAL\""));
    assertThat(inconnu.statut()).isEqualTo(400);
    assertThat(inconnu.json().get("code").asString()).isEqualTo("CHAMP_INCONNU");
    assertThat(inconnu.json().get("detail").asString()).contains("« parcour »").contains("notifieLe");

    assertThat(a.poster("/api/v1/orientations", demande.formatted(p.id(), organisation, "10/10/2025", "")).json().get("champs").has("notifieLe"))
        .isTrue();
    assertThat(a.poster("/api/v1/orientations", "{\"personne\": 1}").json().get("champs").propertyNames())
        .contains("parcours", "organisation", "notifieLe");
    assertThat(a.poster("/api/v1/orientations", "{").json().get("code").asString()).isEqualTo("JSON");
    // 12.7 is not person 12: cut short, it would orient somebody else
    Reponse decimale = a.poster("/api/v1/orientations", demande.formatted(p.id(), organisation, "2025-10-10", "")
        .replace("\"personne\": " + p.id(), "\"personne\": " + p.id() + ".7"));
    assertThat(decimale.statut()).isEqualTo(400);
    assertThat(decimale.json().get("champs").propertyNames()).containsExactly("personne");
    assertThat(a.poster("/api/v1/orientations", demande.formatted(999999999, organisation, "2025-10-10", "")).statut()).isEqualTo(404);
    assertThat(a.lire("/api/v1/nouveaux-entrants?etats=SORTIE").json().get("code").asString()).isEqualTo("PARAMETRE_INCONNU");
    assertThat(a.lire("/api/v1/nouveaux-entrants?taille=0").statut()).isEqualTo(400);
    assertThat(a.lire("/api/v1/nouveaux-entrants?urgence=HIER").json().get("detail").asString()).contains("EN_RETARD");
    assertThat(a.lire("/api/v1/nouveaux-entrants?curseur=xx").statut()).isEqualTo(400);
    assertThat(a.lire("/api/v1/nulle-part").json().get("code").asString()).isEqualTo("INTROUVABLE");
  }

  @Test
  void sans_jeton_ou_sans_portee_rien_ne_sort() {
    Application a = declarer("entrants:lire", List.of(3), List.of());
    Reponse sans = a.lire("/api/v1/nouveaux-entrants");
    assertThat(sans.statut()).isEqualTo(401);
    assertThat(sans.entete("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(sans.json().get("code").asString()).isEqualTo("JETON_REFUSE");
    assertThat(sans.entete("Set-Cookie")).isEmpty();
    a.avec("entrants:lire");
    assertThat(a.poster("/api/v1/orientations", "{\"personne\": 1, \"parcours\": \"SOCIAL\", \"organisation\": 1, \"notifieLe\": \"2025-10-10\"}")
        .statut()).isEqualTo(403);
    Reponse lecture = a.lire("/api/v1/personnes/1/orientation");
    assertThat(lecture.statut()).isEqualTo(403);
    assertThat(lecture.entete("WWW-Authenticate")).contains("insufficient_scope");
    assertThat(a.demanderUnJeton("orientations:ecrire").json().get("error").asString()).isEqualTo("invalid_scope");
    assertThat(new Application(port, "inconnue", "x").demanderUnJeton("entrants:lire").statut()).isEqualTo(401);
    // a token of the API opens no page of the agents
    assertThat(a.lire("/allocataires").statut()).isEqualTo(302);
  }

  @Test
  void un_jeton_perime_est_refuse_et_un_acces_retire_l_est_aussitot() {
    Declaree d = declarerTout("entrants:lire", List.of(3), List.of());
    Application a = d.application().avec("entrants:lire");
    assertThat(a.lire("/api/v1/moi").json().get("perimetre").get("territoires").get(0).asInt()).isEqualTo(3);
    horloge.regler(LocalDateTime.of(2025, 10, 20, 9, 11));
    assertThat(a.lire("/api/v1/moi").entete("WWW-Authenticate")).contains("invalid_token");
    a.avec("entrants:lire");
    assertThat(a.lire("/api/v1/moi").statut()).isEqualTo(200);
    administrer(() -> clients.revoquer(d.id()));
    assertThat(a.lire("/api/v1/moi").statut()).isEqualTo(401);
    assertThat(a.demanderUnJeton("entrants:lire").json().get("error").asString()).isEqualTo("invalid_client");
    administrer(() -> clients.retablir(d.id()));
    assertThat(a.lire("/api/v1/moi").statut()).as("les jetons d'avant ne reviennent pas").isEqualTo(401);
    assertThat(a.avec("entrants:lire").lire("/api/v1/moi").statut()).isEqualTo(200);
  }

  @Test
  void un_secret_remplace_laisse_le_temps_de_la_releve_sauf_s_il_est_coupe() {
    Declaree d = declarerTout("entrants:lire", List.of(3), List.of());
    Application ancienne = d.application().avec("entrants:lire");
    String[] nouveau = new String[1];
    administrer(() -> nouveau[0] = clients.remplacerLeSecret(d.id(), false));
    Application nouvelle = new Application(port, d.identifiant(), nouveau[0]);
    assertThat(nouvelle.demanderUnJeton("entrants:lire").statut()).isEqualTo(200);
    assertThat(ancienne.demanderUnJeton("entrants:lire").statut()).isEqualTo(200);
    horloge.regler(LocalDateTime.of(2025, 10, 21, 9, 5));
    assertThat(ancienne.demanderUnJeton("entrants:lire").statut()).isEqualTo(401);
    nouvelle.avec("entrants:lire");
    administrer(() -> nouveau[0] = clients.remplacerLeSecret(d.id(), true));
    assertThat(nouvelle.lire("/api/v1/moi").statut()).as("un secret volé : ses jetons ne valent plus").isEqualTo(401);
    assertThat(nouvelle.demanderUnJeton("entrants:lire").statut()).isEqualTo(401);
    assertThat(new Application(port, d.identifiant(), nouveau[0]).avec("entrants:lire").lire("/api/v1/moi").statut()).isEqualTo(200);
  }

  @Test
  void trop_d_appels_en_une_minute_font_attendre() {
    Application a = declarer("entrants:lire", List.of(3), List.of()).avec("entrants:lire");
    Reponse r = a.lire("/api/v1/territoires");
    for (int i = 0; i < 200 && r.statut() == 200; i++) {
      r = a.lire("/api/v1/territoires");
    }
    assertThat(r.statut()).isEqualTo(429);
    assertThat(Integer.parseInt(r.entete("Retry-After"))).isBetween(1, 60);
    assertThat(r.json().get("code").asString()).isEqualTo("TROP_D_APPELS");
    assertThat(declarer("entrants:lire", List.of(3), List.of()).avec("entrants:lire").lire("/api/v1/territoires").statut()).isEqualTo(200);
  }

  @Test
  void une_application_qui_agit_pour_une_organisation_ne_voit_que_les_personnes_qui_lui_sont_confiees() {
    Dossiers.Personne confiee = entrante("APICONFIEE", 3, LocalDate.of(2025, 10, 3));
    entrante("APIENATTENTE", 3, LocalDate.of(2025, 10, 3));
    Application departement = declarer("orientations:ecrire", List.of(3), List.of()).avec("orientations:ecrire");
    Organisation maison = structures.organisations().stream().filter(o -> o.active() && o.prend("SOCIAL") && o.nature().equals("EXTERNE"))
        .findFirst().orElseThrow();
    assertThat(departement.poster("/api/v1/orientations",
        "{\"personne\": %d, \"parcours\": \"SOCIAL\", \"organisation\": %d, \"notifieLe\": \"2025-10-17\"}"
        .formatted(confiee.id(), maison.id())).statut()).isEqualTo(201);
    Application a = declarer(LIRE, List.of(), List.of(maison.id())).avec(LIRE);
    assertThat(trouver(a, "&etat=ORIENTEE", "APICONFIEE")).isNotNull();
    assertThat(a.lire("/api/v1/nouveaux-entrants?etat=TOUTES&taille=200").texte()).doesNotContain("APIENATTENTE");
    assertThat(a.lire("/api/v1/personnes/" + confiee.id() + "/orientation").statut()).isEqualTo(200);
  }

  private record Declaree(long id, String identifiant, Application application) {}

  @Test
  void des_portees_ou_un_perimetre_changes_refusent_aussitot_les_jetons_d_avant() {
    Declaree d = declarerTout("entrants:lire", List.of(3), List.of());
    Application a = d.application().avec("entrants:lire");
    assertThat(a.lire("/api/v1/moi").statut()).isEqualTo(200);
    administrer(() -> clients.modifier(d.id(),
        new SaisieClient(d.identifiant(), "Application d'essai", "informatique@exemple.fr", List.of("entrants:lire"), false, List.of(2), List.of())));
    assertThat(a.lire("/api/v1/moi").statut()).isEqualTo(401);
    assertThat(a.avec("entrants:lire").lire("/api/v1/moi").json().get("perimetre").get("territoires").get(0).asInt()).isEqualTo(2);
    administrer(() -> clients.modifier(d.id(),
        new SaisieClient(d.identifiant(), "Un autre nom", "autre@exemple.fr", List.of("entrants:lire"), false, List.of(2), List.of())));
    assertThat(a.lire("/api/v1/moi").statut()).as("un nom ne change rien aux droits").isEqualTo(200);
  }

  @Test
  void des_secrets_faux_ralentissent_l_application_et_aucune_autre_ni_les_agents_et_les_justes_ne_comptent_pas() {
    Declaree visee = declarerTout("entrants:lire", List.of(3), List.of());
    Declaree autre = declarerTout("entrants:lire", List.of(3), List.of());
    for (int i = 0; i < 120; i++) {
      assertThat(autre.application().demanderUnJeton("entrants:lire").statut()).as("juste, fois " + i).isEqualTo(200);
    }
    Application voleuse = new Application(port, visee.identifiant(), "ce-n-est-pas-le-secret-de-l-application");
    for (int i = 0; i < 10; i++) {
      assertThat(voleuse.demanderUnJeton("entrants:lire").statut()).isEqualTo(401);
    }
    Application.Reponse attendre = voleuse.demanderUnJeton("entrants:lire");
    assertThat(attendre.statut()).isEqualTo(429);
    assertThat(Long.parseLong(attendre.entete("Retry-After"))).isBetween(1L, 61L);
    assertThat(autre.application().demanderUnJeton("entrants:lire").statut()).isEqualTo(200);
  }

  private Application declarer(String portees, List<Integer> territoires, List<Integer> organisations) {
    return declarerTout(portees, territoires, organisations).application();
  }

  private Declaree declarerTout(String portees, List<Integer> territoires, List<Integer> organisations) {
    String identifiant = "essai-" + NUMERO.incrementAndGet();
    TenirLesClients.Declare d = systeme.agir("essai", () -> clients.declarer(
        new SaisieClient(identifiant, "Application d'essai", "informatique@exemple.fr", List.of(portees.split(" ")), false,
        territoires, organisations)));
    return new Declaree(d.id(), identifiant, new Application(port, identifiant, d.secret()));
  }

  private void administrer(Runnable acte) {
    systeme.agir("essai", () -> {
      acte.run();
      return null;
    });
  }

  private static JsonNode organisation(Application a) {
    for (JsonNode o : a.lire("/api/v1/organisations").json()) {
      if (o.get("parcours").isEmpty() || o.get("parcours").toString().contains("SOCIAL\"")) {
        return o;
      }
    }
    throw new AssertionError("Aucune organisation");
  }

  private static JsonNode trouver(Application a, String filtre, String nom) {
    for (JsonNode e : a.lire("/api/v1/nouveaux-entrants?taille=200" + filtre).json().get("elements")) {
      if (e.get("personne").get("nom").asString().equals(nom)) {
        return e;
      }
    }
    throw new AssertionError(nom + " n'est pas dans la liste");
  }

  private Dossiers.Personne entrante(String nom, int territoire, LocalDate recuLe) {
    return dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue(nom, territoire, recuLe.minusDays(20)), "2", true).personne();
  }
}
