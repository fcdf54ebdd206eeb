package fr.jalon.echanges.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.echanges.api.Application.Reponse;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.AConvoquer;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.TenirLesLieux;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The software of the organisation that leads a session says who came. The session is on 4 November 2025, and so are we. */
@EssaiArdeche
class PresencesTest {
  private static final AtomicInteger NUMERO = new AtomicInteger();
  private static final LocalDateTime MATIN = LocalDateTime.of(2025, 10, 20, 9, 0);
  private static final LocalDate JOUR = LocalDate.of(2025, 11, 4);
  @LocalServerPort
  int port;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  Convoquer convoquer;
  @Autowired
  TenirLesClients clients;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private long session;
  private Dossiers.Personne convoquee;
  private Application application;

  @BeforeEach
  void une_session_et_une_convoquee() {
    horloge.regler(MATIN);
    int essai = NUMERO.incrementAndGet();
    int lieu = systeme(() -> lieux.executer(new LieuDeRendezVous(null, "Salle API " + essai, "1 rue du Lac", "07100", "07010", "", 2, true, 5,
        "04 00 00 00 00", true)));
    session = systeme(() -> ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(14, 0), LocalTime.of(16, 0), null, "Mme Roux", null, null),
        List.of(JOUR))).ouvertes().getFirst();
    convoquee = entrante("APIVENUE" + essai, 2);
    assertThat(systeme(() -> convoquer.executer(List.of(new AConvoquer(convoquee.id(), session, false, null)))).convoquees()).isEqualTo(1);
    horloge.regler(JOUR.atTime(15, 0));
    TenirLesClients.Declare d = systeme(() ->
        clients.declarer(new SaisieClient("presences-" + essai, "Présences", "informatique@exemple.fr",
        List.of("presences:ecrire"), false, List.of(2),
        List.of())));
    application = new Application(port, "presences-" + essai, d.secret()).avec("presences:ecrire");
  }

  @AfterEach
  void remettreLHorloge() {
    horloge.regler(MATIN);
  }

  @Test
  void elle_note_une_presente_sans_justificatif_et_le_renvoyer_ne_change_rien() {
    assertThat(application.lire("/api/v1/sessions?quand=A_SAISIR&territoire=2").texte()).contains("\"id\":" + session + ",");
    assertThat(application.lire("/api/v1/sessions/" + session + "/presences").json().get(0).get("etat").asString()).isEqualTo("CONVOQUEE");
    String presente = "{\"etat\": \"PRESENTE\", \"piecesManquantes\": [\"ADRESSE\"]}";
    Reponse notee = application.mettre(adresse(convoquee), presente);
    assertThat(notee.statut()).as(notee.texte()).isEqualTo(200);
    assertThat(notee.json().get("etat").asString()).isEqualTo("PRESENTE");
    assertThat(notee.json().get("piecesManquantes").get(0).asString()).isEqualTo("ADRESSE");
    int passages = passages();
    assertThat(application.mettre(adresse(convoquee), presente).json()).isEqualTo(notee.json());
    assertThat(passages()).isEqualTo(passages);
  }

  @Test
  void une_presence_notee_entre_temps_n_est_pas_recouverte_sans_le_dire() {
    String vue = application.lire("/api/v1/sessions/" + session + "/presences").json().get(0).get("version").asString();
    assertThat(application.mettre(adresse(convoquee), "{\"etat\": \"PRESENTE\"}", vue).statut()).isEqualTo(200);
    Reponse refus = application.mettre(adresse(convoquee), "{\"etat\": \"ABSENTE\"}", vue);
    assertThat(refus.statut()).isEqualTo(412);
    assertThat(refus.json().get("code").asString()).isEqualTo("CHANGE_ENTRE_TEMPS");
    assertThat(refus.json().get("detail").asString()).contains("a noté « présence » entre-temps");
    assertThat(application.mettre(adresse(convoquee), "{\"etat\": \"PRESENTE\"}", vue).statut()).as("la même chose deux fois").isEqualTo(200);
    String relue = application.lire("/api/v1/sessions/" + session + "/presences").json().get(0).get("version").asString();
    assertThat(application.mettre(adresse(convoquee), "{\"etat\": \"ABSENTE\"}", relue).statut()).isEqualTo(200);
  }

  @Test
  void une_absence_excusee_dit_pourquoi_et_la_raison_ne_ressort_pas() {
    assertThat(application.mettre(adresse(convoquee), "{\"etat\": \"EXCUSEE\"}").json().get("code").asString()).isEqualTo("MOTIF_ABSENT");
    Reponse excusee = application.mettre(adresse(convoquee), "{\"etat\": \"EXCUSEE\", \"motif\": \"SANTE\"}");
    assertThat(excusee.statut()).isEqualTo(200);
    assertThat(application.lire("/api/v1/sessions/" + session + "/presences").texte()).doesNotContain("SANTE").contains("EXCUSEE");
    assertThat(application.mettre(adresse(convoquee), "{\"etat\": \"EXCUSEE\", \"motif\": \"FATIGUE\"}").json().get("detail").asString())
        .contains("TRANSPORT");
    assertThat(application.mettre(adresse(convoquee), "{}").json().get("champs").has("etat")).isTrue();
  }

  @Test
  void une_personne_venue_sans_convocation_est_ajoutee_si_elle_est_du_perimetre() {
    Dossiers.Personne venue = entrante("APIIMPREVUE" + NUMERO.incrementAndGet(), 2);
    Dossiers.Personne ailleurs = entrante("APIDEHORS" + NUMERO.incrementAndGet(), 3);
    assertThat(application.mettre(adresse(venue), "{\"etat\": \"ABSENTE\"}").statut()).isEqualTo(404);
    assertThat(application.mettre(adresse(venue), "{\"etat\": \"PRESENTE\"}").statut()).isEqualTo(200);
    assertThat(application.mettre(adresse(ailleurs), "{\"etat\": \"PRESENTE\"}").json().get("code").asString()).isEqualTo("PERSONNE_INCONNUE");
    assertThat(application.mettre("/api/v1/sessions/999999/presences/1", "{\"etat\": \"PRESENTE\"}").statut()).isEqualTo(404);
  }

  @Test
  void la_veille_elle_est_refusee_avec_la_phrase_de_l_ecran() {
    horloge.regler(JOUR.minusDays(1).atTime(9, 0));
    Reponse refus = application.avec("presences:ecrire").mettre(adresse(convoquee), "{\"etat\": \"PRESENTE\"}");
    assertThat(refus.statut()).isEqualTo(422);
    assertThat(refus.json().get("detail").asString()).contains("04/11/2025");
  }

  private String adresse(Dossiers.Personne p) {
    return "/api/v1/sessions/" + session + "/presences/" + p.id();
  }

  private int passages() {
    return base.sql("select count(*) from rendezvous.passage").query(Integer.class).single();
  }

  private <T> T systeme(Supplier<T> acte) {
    return systeme.agir("essai", acte);
  }

  private Dossiers.Personne entrante(String nom, int territoire) {
    LocalDate recuLe = LocalDate.of(2025, 10, 3);
    return dossiers.fichier(recuLe.minusDays(3), recuLe, dossiers.inconnue(nom, territoire, recuLe.minusDays(20)), "2", true).personne();
  }
}
