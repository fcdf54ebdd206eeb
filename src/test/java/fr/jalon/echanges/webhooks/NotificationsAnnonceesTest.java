package fr.jalon.echanges.webhooks;

import static fr.jalon.orientation.LaPoste.AUJOURDHUI;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.application.RevenirSurLePoste;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echanges.webhooks.application.TenirLesWebhooks;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.habilitations.ClientApi;
import fr.jalon.habilitations.SaisieClient;
import fr.jalon.habilitations.clients.TenirLesClients;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.orientation.LaPoste;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.AConvoquer;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.application.Convoquer;
import fr.jalon.rendezvous.application.OuvrirDesSessions;
import fr.jalon.rendezvous.application.SaisirLaPresence;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An orientation is told to the partners the day it is notified, neither before nor twice. Today is 20 October 2025. */
@EssaiArdeche
class NotificationsAnnonceesTest {
  private static final AtomicInteger NUMERO = new AtomicInteger();
  private static final List<String> NOTIFICATIONS = List.of("orientation-notifiee", "notification-reprise", "reorientation");
  @Autowired
  LaPoste poste;
  @Autowired
  RevenirSurLePoste revenir;
  @Autowired
  TenirLesClients clients;
  @Autowired
  TenirLesWebhooks webhooks;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  OuvrirDesSessions ouvrir;
  @Autowired
  Convoquer convoquer;
  @Autowired
  SaisirLaPresence presence;
  @Autowired
  AgentSysteme systeme;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;

  @AfterEach
  void remettre_l_horloge() {
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    base.sql("update echanges.webhook set actif = false").update();
  }

  @Test
  void l_orientation_du_jour_est_annoncee_quand_sa_lettre_part_reprise_si_elle_n_est_pas_partie_puis_annoncee_de_sa_vraie_date() {
    long territoire = abonner(List.of(2), List.of(), NOTIFICATIONS);
    Personne p = poste.entrante("ANNONCEE", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    long lot = poste.lotPret("ANNONCEE");
    assertThat(dits(territoire)).as("enregistrée n'est pas notifiée").isEmpty();
    poste.poster(lot, AUJOURDHUI);
    assertThat(dits(territoire)).containsExactly("orientation-notifiee 2025-10-20 suivi " + suivi);
    LaPoste.en(() -> revenir.executer(lot, "Le sac est resté au bureau"));
    horloge.regler(AUJOURDHUI.plusDays(3).atTime(9, 0));
    poste.poster(lot, AUJOURDHUI.plusDays(3));
    assertThat(dits(territoire)).containsExactly("orientation-notifiee 2025-10-20 suivi " + suivi, "notification-reprise 2025-10-20 suivi " + suivi,
        "orientation-notifiee 2025-10-23 suivi " + suivi);
  }

  @Test
  void la_lettre_remise_en_main_propre_annonce_la_notification() {
    long territoire = abonner(List.of(2), List.of(), NOTIFICATIONS);
    Personne p = poste.entrante("ANNONCEEENMAIN", "07100", "ANNONAY");
    long suivi = poste.orienter(p, AUJOURDHUI, Parcours.SOCIAL);
    poste.remettre(poste.lettre(p), AUJOURDHUI);
    assertThat(dits(territoire)).containsExactly("orientation-notifiee 2025-10-20 suivi " + suivi);
  }

  @Test
  void une_reorientation_postee_est_annoncee_aussi_a_l_organisation_qui_perd_la_personne() {
    long ancienne = abonner(List.of(), List.of(poste.laPremiere()), NOTIFICATIONS);
    long nouvelle = abonner(List.of(), List.of(poste.lAutre()), NOTIFICATIONS);
    Personne p = poste.entrante("ANNONCEEAILLEURS", "07100", "ANNONAY");
    long avant = poste.orienter(p, AUJOURDHUI.minusDays(10), Parcours.SOCIAL);
    long suivi = poste.reorienter(p, AUJOURDHUI);
    assertThat(dits(nouvelle)).isEmpty();
    poste.poster(poste.lotPret("ANNONCEEAILLEURS"), AUJOURDHUI);
    assertThat(dits(nouvelle)).containsExactlyInAnyOrder("orientation-notifiee 2025-10-20 suivi " + suivi, "reorientation 2025-10-20 suivi " + suivi);
    assertThat(dits(ancienne)).containsExactlyInAnyOrder("orientation-notifiee 2025-10-10 suivi " + avant, "reorientation 2025-10-20 suivi " + suivi);
  }

  @Test
  void une_reorientation_d_un_jour_passe_est_annoncee_des_qu_elle_est_enregistree() {
    long nouvelle = abonner(List.of(), List.of(poste.lAutre()), List.of("reorientation"));
    Personne p = poste.entrante("ANNONCEEPASSEE", "07100", "ANNONAY");
    poste.orienter(p, AUJOURDHUI.minusDays(10), Parcours.SOCIAL);
    long suivi = poste.reorienter(p, AUJOURDHUI.minusDays(2));
    assertThat(dits(nouvelle)).containsExactly("reorientation 2025-10-18 suivi " + suivi);
  }

  @Test
  void une_presence_notee_puis_corrigee_est_annoncee_chaque_fois_et_pas_quand_rien_ne_change() {
    long territoire = abonner(List.of(2), List.of(), List.of("presence-notee"));
    int lieu = systeme.agir("essai", () -> lieux.executer(new LieuDeRendezVous(null, "Salle annoncée", "1 rue du Lac", "07100", "07010", "", 2, true,
        5, "04 00 00 00 00", true)));
    LocalDate jour = AUJOURDHUI.plusDays(15);
    long session = systeme.agir("essai", () ->
        ouvrir.executer(new SaisieDeSession(lieu, LocalTime.of(14, 0), LocalTime.of(16, 0), null, "Mme Roux", null, null), List.of(jour)))
        .ouvertes().getFirst();
    Personne p = poste.entrante("ANNONCEEPRESENTE", "07100", "ANNONAY");
    systeme.agir("essai", () -> convoquer.executer(List.of(new AConvoquer(p.id(), session, false, null))));
    horloge.regler(jour.atTime(15, 0));
    assertThat(systeme.agir("essai", () -> presence.tousPresents(session))).isOne();
    long convocation = base.sql("select id from rendezvous.convocation where personne_id = ?").param(p.id()).query(Long.class).single();
    systeme.agir("essai", () -> {
      presence.noter(convocation, EtatConvocation.PRESENTE, null, null);
      presence.noter(convocation, EtatConvocation.ABSENTE, null, null);
      return null;
    });
    assertThat(dits(territoire)).containsExactly("presence-notee 2025-11-04 session " + session, "presence-notee 2025-11-04 session " + session);
  }

  private long abonner(List<Integer> territoires, List<Integer> organisations, List<String> evenements) {
    ClientApi client = systeme.agir("essai", () ->
        clients.un(clients.declarer(new SaisieClient("annonces-" + NUMERO.incrementAndGet(), "Abonné", "informatique@exemple.fr",
        List.of("orientations:lire", "presences:ecrire", "webhooks"), false, territoires, organisations)).id()).orElseThrow());
    return systeme.agir("essai", () -> webhooks.declarer(client, "http://localhost:9/recu", evenements)).id();
  }

  /** What this webhook is told, in the order of the acts. */
  private List<String> dits(long webhook) {
    return base.sql("select corps from echanges.livraison where webhook_id = ? order by creee_le, ctid").param(webhook)
        .query(String.class).list().stream()
        .map(c -> JsonMapper.shared().readTree(c))
        .map(c -> "%s %s %s".formatted(c.get("evenement").asString(), c.get("date").asString(), numero(c))).toList();
  }

  private static String numero(JsonNode corps) {
    return corps.has("session") ? "session " + corps.get("session") : "suivi " + corps.get("suivi");
  }
}
