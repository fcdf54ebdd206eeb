package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.structures.FicheDeReferent;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Noura's telephone reads her appointments at her secret address. Today is 20 October 2025; she receives Ana on Tuesday 4 November. */
@EssaiArdeche
@TestPropertySource(properties = {"jalon.agenda.adresses-fausses=20", "jalon.agenda.lectures-par-heure=8"})
class FluxDAgendaTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final int CENTRE = 1;
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(CENTRE, "DOSSIERS", "ENTREES", "RENDEZ_VOUS");
  private static final Pattern ADRESSE = Pattern.compile("<code id=\"adresse-agenda\">https?://[^/]+(/calendrier/([A-Za-z0-9_-]{43})\\.ics)</code>");
  private static int essai;
  private static int reglages;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Structures structures;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private Navigateur administration;
  private Agent compte;
  private Navigateur nav;
  private List<Long> creneaux;
  private long ana;
  private long rendezVous;

  @BeforeEach
  void noura_recoit_ana_le_4_novembre() {
    essai++;
    horloge.regler(AUJOURDHUI.atTime(9, 0).plusHours(essai));
    administration = connecter(comptoir.agent("ADMINISTRATION"));
    Referent noura = FicheDeReferent.creer(administration, structures, "Maison de l'agenda " + essai, "Noura Agenda " + (char) ('A' + essai),
        "" + CENTRE, "SOCIAL");
    compte = comptoir.agent("REFERENT", List.of(CENTRE), List.of());
    administration.poster("/habilitations/" + compte.id() + "/referent", Map.of("referent", "" + noura.id()));
    nav = connecter(compte);
    int lieu = EnTantQue.agir(SECRETAIRE, () -> lieux.executer(new LieuDeRendezVous(null, "Bureau de l'agenda " + essai, "1 rue du Lac",
        "07100", "07010", "", CENTRE, true, 2, "04 00 00 00 00", true)));
    int permanence = EnTantQue.agir(SECRETAIRE, () -> permanences.ouvrir(new SaisieDePermanence(lieu, "", noura.id(),
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 30), 45, LocalDate.of(2025, 10, 29),
        LocalDate.of(2025, 11, 18))))).id();
    creneaux = base.sql("select id from rendezvous.creneau where permanence_id = ? order by jour, debut").param(permanence).query(Long.class).list();
    ana = dossiers.inconnue("FLUXANA" + essai, CENTRE, LocalDate.of(2025, 9, 10)).id();
    rendezVous = EnTantQue.agir(SECRETAIRE, () -> donner.donner(ana, creneaux.getFirst()));
  }

  @Test
  void l_agenda_du_telephone_lit_l_heure_le_lieu_et_les_initiales_et_rien_de_plus_sur_elle() {
    String adresse = creer();
    HttpResponse<String> lu = lire(adresse);
    assertThat(lu.statusCode()).isEqualTo(200);
    assertThat(lu.headers().firstValue("Content-Type")).hasValueSatisfying(t -> assertThat(t).startsWith("text/calendar"));
    assertThat(lu.headers().firstValue("Set-Cookie")).isEmpty();
    VEvent e = seul(lu);
    assertThat(e.getSummary().getValue()).isEqualTo("Rendez-vous A.F.");
    assertThat(e.getLocation().getValue()).startsWith("Bureau de l'agenda " + essai);
    assertThat(e.getDateStart().getValue()).as("9 h à Privas en novembre").isEqualTo(Date.from(Instant.parse("2025-11-04T08:00:00Z")));
    assertThat(e.getUrl().getValue()).endsWith("/dossier/" + ana);
    assertThat(lu.body()).doesNotContainIgnoringCase("fluxana").doesNotContain("1990").doesNotContain("ATTENDEE");
    assertThat(comptoir.derniereTrace("EXPORT")).containsEntry("agent", compte.identifiant()).containsEntry("personne_id", ana)
        .containsEntry("ecran", "/calendrier/{secret}.ics");
  }

  @Test
  void le_departement_peut_montrer_le_nom_ou_rien() {
    String adresse = creer();
    try {
      regler("NOM");
      assertThat(seul(lire(adresse)).getSummary().getValue()).isEqualTo("Rendez-vous avec Ana FLUXANA" + essai);
      regler("RIEN");
      assertThat(seul(lire(adresse)).getSummary().getValue()).isEqualTo("Rendez-vous");
    } finally {
      regler("INITIALES");
    }
  }

  @Test
  void un_rendez_vous_deplace_garde_son_nom_un_rendez_vous_annule_disparait() {
    String adresse = creer();
    VEvent donne = seul(lire(adresse));
    horloge.regler(AUJOURDHUI.atTime(9, 0).plusHours(essai).plusMinutes(5));
    EnTantQue.agir(SECRETAIRE, () -> donner.changer(rendezVous, creneaux.getLast()));
    VEvent deplace = seul(lire(adresse));
    assertThat(deplace.getUid().getValue()).isEqualTo(donne.getUid().getValue());
    assertThat(deplace.getSequence().getValue()).isGreaterThan(donne.getSequence().getValue());
    assertThat(deplace.getDateStart().getValue()).isAfter(donne.getDateStart().getValue());
    EnTantQue.agir(SECRETAIRE, () -> {
      donner.annuler(rendezVous, "reçue autrement");
      return null;
    });
    assertThat(evenements(lire(adresse))).isEmpty();
  }

  @Test
  void le_secret_n_est_garde_nulle_part_et_la_page_ne_le_montre_qu_une_fois() {
    String adresse = creer();
    String secret = adresse.substring("/calendrier/".length(), adresse.length() - ".ics".length());
    lire(adresse);
    assertThat(nav.ouvrir("/mon-compte").body()).doesNotContain(secret).contains("Lue pour la dernière fois");
    assertThat(base.sql("select count(*) from journal.trace t where t::text like '%' || ? || '%'").param(secret).query(Integer.class)
        .single()).isZero();
    assertThat(base.sql("select count(*) from habilitations.adresse_agenda t where t::text like '%' || ? || '%'").param(secret).query(Integer.class)
        .single()).isZero();
    assertThat(comptoir.actes(compte.identifiant())).contains("ADRESSE_AGENDA_DONNEE");
  }

  @Test
  void une_adresse_remplacee_ou_retiree_n_ouvre_plus_rien() {
    String premiere = creer();
    String seconde = creer();
    inconnue(lire(premiere));
    assertThat(lire(seconde).statusCode()).isEqualTo(200);
    nav.poster("/mon-compte/agenda/retirer", Map.of());
    inconnue(lire(seconde));
    assertThat(nav.ouvrir("/mon-compte").body()).contains("Créer mon adresse d'agenda");
    assertThat(comptoir.actes(compte.identifiant())).contains("ADRESSE_AGENDA_RETIREE");
  }

  @Test
  void un_acces_retire_puis_rendu_ne_rouvre_pas_l_adresse() {
    String adresse = creer();
    administration.ouvrir("/habilitations/" + compte.id());
    administration.suivre(administration.poster("/habilitations/" + compte.id() + "/desactiver", Map.of()));
    assertThat(comptoir.relire(compte).actif()).isFalse();
    inconnue(lire(adresse));
    administration.suivre(administration.poster("/habilitations/" + compte.id() + "/reactiver", Map.of()));
    assertThat(comptoir.relire(compte).actif()).isTrue();
    inconnue(lire(adresse));
  }

  @Test
  void qui_ne_voit_plus_ana_ne_lit_plus_son_rendez_vous_qui_n_a_plus_ce_role_ne_lit_plus_rien() {
    String adresse = creer();
    assertThat(evenements(lire(adresse))).hasSize(1);
    base.sql("update habilitations.agent set territoires = '{3}' where id = ?").param(compte.id()).update();
    HttpResponse<String> ailleurs = lire(adresse);
    assertThat(ailleurs.statusCode()).isEqualTo(200);
    assertThat(evenements(ailleurs)).isEmpty();
    base.sql("update habilitations.agent set territoires = '{1}', role = 'CONTROLE' where id = ?").param(compte.id()).update();
    inconnue(lire(adresse));
  }

  @Test
  void un_role_sans_rendez_vous_n_a_pas_d_adresse() {
    Navigateur controle = connecter(comptoir.agent("CONTROLE"));
    assertThat(controle.ouvrir("/mon-compte").body()).doesNotContain("titre-agenda");
    assertThat(controle.poster("/mon-compte/agenda", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void trop_d_adresses_fausses_ou_trop_de_lectures_attendent() {
    String adresse = creer();
    for (int i = 0; i < 8; i++) {
      assertThat(lire(adresse).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> trop = lire(adresse);
    assertThat(trop.statusCode()).isEqualTo(429);
    assertThat(trop.headers().firstValue("Retry-After")).isPresent();
    inconnue(lire("/calendrier/trop-court.ics"));
    int n = 0;
    while (lire("/calendrier/" + "a".repeat(43) + ".ics").statusCode() == 404 && n < 30) {
      n++;
    }
    assertThat(n).isLessThanOrEqualTo(20);
  }

  private String creer() {
    Matcher m = ADRESSE.matcher(nav.suivre(nav.poster("/mon-compte/agenda", Map.of())).body());
    assertThat(m.find()).isTrue();
    return m.group(1);
  }

  /** As a calendar does: without a session. */
  private HttpResponse<String> lire(String adresse) {
    return new Navigateur(port).lire(adresse);
  }

  private static VEvent seul(HttpResponse<String> lu) {
    assertThat(evenements(lu)).hasSize(1);
    return evenements(lu).getFirst();
  }

  private static List<VEvent> evenements(HttpResponse<String> lu) {
    return Biweekly.parse(lu.body()).first().getEvents();
  }

  private static void inconnue(HttpResponse<String> lu) {
    assertThat(lu.statusCode()).isEqualTo(404);
    assertThat(lu.body()).isEqualTo("Cette adresse n'ouvre aucun agenda. Si vous êtes agent, créez-en une nouvelle dans « Mon compte ».");
  }

  private void regler(String valeur) {
    base.sql("""
        insert into parametres.valeur (cle, depuis, valeur, motif, saisi_par, saisi_le)
        values ('rendezvous.agenda_montre', '2000-01-01', ?, 'Essai', 'essai', now() + make_interval(secs => ?))""")
        .params(valeur, reglages++).update();
  }

  private Navigateur connecter(Agent agent) {
    Navigateur n = new Navigateur(port);
    n.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
    return n;
  }
}
