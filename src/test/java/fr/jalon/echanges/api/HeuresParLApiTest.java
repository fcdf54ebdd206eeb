package fr.jalon.echanges.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.api.Application.Reponse;
import fr.jalon.engagement.ContratSigne;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.Dossiers.Personne;
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
import tools.jackson.databind.JsonNode;

/** The tool of an association tells the hours of Maya, entrusted to it. Today is 20 October 2025. */
@EssaiArdeche
class HeuresParLApiTest {
  private static final String PORTEES = "heures:lire heures:ecrire";
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  TenirLesClients clients;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Dossiers dossiers;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Personne maya;
  private Application outil;

  @BeforeEach
  void maya_est_confiee_a_l_association() {
    essai++;
    int association = base.sql("insert into structures.organisation (code, nom, nature) values (?, ?, 'EXTERNE') returning id")
        .params("HEURES-API-" + essai, "Association des heures " + essai).query(Integer.class).single();
    maya = dossiers.entrante("HEURESMAYA" + essai, 1, LocalDate.of(2025, 8, 4));
    base.sql("update allocataires.personne set organisation_ids = array[?::int] where id = ?").params(association, maya.id()).update();
    long suivi = ContratSigne.suivie(base, maya.id(), association, LocalDate.of(2025, 9, 1));
    ContratSigne.de(base, maya.id(), suivi, LocalDate.of(2025, 10, 6), LocalDate.of(2026, 4, 5)).avec("REMOBILISATION", "15");
    TenirLesClients.Declare d = systeme.agir("essai", () -> clients.declarer(new SaisieClient("heures-essai-" + essai, "Outil de l'association",
        "informatique@exemple.fr", List.of(PORTEES.split(" ")), false, List.of(), List.of(association))));
    outil = new Application(port, "heures-essai-" + essai, d.secret()).avec(PORTEES);
  }

  @Test
  void chaque_heure_a_sa_reponse_une_refusee_n_empeche_pas_les_autres_renvoyees_elles_ne_comptent_qu_une_fois() {
    String bonne = heure(UUID.randomUUID(), maya.id(), "2025-10-14", "REMOBILISATION", 180);
    String lot = lot(bonne, heure(UUID.randomUUID(), maya.id(), "2025-10-21", "REMOBILISATION", 60),
        heure(UUID.randomUUID(), maya.id(), "2025-10-14", "FORMATION", 60), heure(UUID.randomUUID(), maya.id(), "2025-10-14", "SOINS", 60),
        heure(UUID.randomUUID(), 999_999_999L, "2025-10-14", "REMOBILISATION", 60),
        heure(UUID.randomUUID(), maya.id(), "2025-10-14", "REMOBILISATION", 2_000));
    Reponse premiere = outil.poster("/api/v1/heures", lot);
    assertThat(premiere.statut()).as(premiere.texte()).isEqualTo(200);
    assertThat(suites(premiere.json())).containsExactly("ECRITE null", "REFUSEE HEURES_DEMAIN", "REFUSEE HEURES_STRUCTUREES",
        "REFUSEE ACTIVITE_INCONNUE", "REFUSEE PERSONNE_INCONNUE", "REFUSEE HEURES_DU_JOUR");
    assertThat(suites(outil.poster("/api/v1/heures", lot).json()).getFirst()).isEqualTo("DEJA_ECRITE null");
    assertThat(suites(outil.poster("/api/v1/heures", lot(bonne.replace("180", "240"))).json())).containsExactly("REFUSEE FORMULAIRE_DEJA_SERVI");
    assertThat(base.sql("select minutes || ' ' || source from engagement.heure where personne_id = ?").param(maya.id()).query(String.class).list())
        .containsExactly("180 API");
    JsonNode semaines = outil.lire("/api/v1/heures?personne=" + maya.id()).json();
    assertThat(semaines.get(0).get("lundi").asString()).isEqualTo("2025-10-13");
    assertThat(semaines.get(0).get("faites").asInt()).isEqualTo(180);
    assertThat(semaines.get(0).get("demandees").asInt()).isEqualTo(900);
  }

  @Test
  void trop_d_heures_ou_rien_d_ecrit_se_disent() {
    String[] heures = new String[4];
    for (int i = 0; i < heures.length; i++) {
      heures[i] = heure(UUID.randomUUID(), maya.id(), "2025-10-1" + (3 + i), "REMOBILISATION", 1_000);
    }
    assertThat(suites(outil.poster("/api/v1/heures", lot(heures)).json())).containsExactly("ECRITE null", "ECRITE null", "ECRITE null",
        "REFUSEE HEURES_TROP_NOMBREUSES");
    assertThat(outil.poster("/api/v1/heures", "{\"heures\": []}").statut()).isEqualTo(400);
    assertThat(outil.lire("/api/v1/heures?personne=999999999").statut()).isEqualTo(404);
    assertThat(outil.lire("/api/v1/heures?personne=" + maya.id() + "&semaines=99").statut()).isEqualTo(400);
  }

  private static List<String> suites(JsonNode reponses) {
    return reponses.valueStream().map(r -> r.get("suite").asString() + " " + (r.get("code").isNull() ? "null" : r.get("code").asString())).toList();
  }

  private static String lot(String... heures) {
    return "{\"heures\": [" + String.join(", ", heures) + "]}";
  }

  private static String heure(UUID cle, long personne, String jour, String activite, int minutes) {
    return "{\"cle\": \"%s\", \"personne\": %d, \"jour\": \"%s\", \"activite\": \"%s\", \"minutes\": %d}".formatted(cle, personne, jour, activite, minutes);
  }
}
