package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.habilitations.Agent;
import fr.jalon.habilitations.Comptoir;
import fr.jalon.habilitations.Navigateur;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.SaisieDePermanence;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The adviser of a partner and the persons her organisation follows. Today is 20 October 2025; they have a month from the notification. */
@EssaiArdeche
class PremieresRencontresTest {
  private static final int NORD = 2;
  private static int essai;
  @LocalServerPort
  int port;
  @Autowired
  Comptoir comptoir;
  @Autowired
  Dossiers dossiers;
  @Autowired
  EnregistrerOrientation enregistrer;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private int organisation;
  private Navigateur partenaire;

  @BeforeEach
  void une_organisation_et_sa_conseillere() {
    essai++;
    organisation = base.sql("insert into structures.organisation (code, nom, nature, commune) values (?, ?, 'EXTERNE', '07010') returning id")
        .params("RENCONTRE" + essai, "Cap emploi " + essai).query(Integer.class).single();
    partenaire = new Navigateur(port);
    Agent agent = comptoir.agent("PARTENAIRE", List.of(), List.of(organisation));
    partenaire.connecter(agent.identifiant(), Comptoir.MOT_DE_PASSE);
  }

  @Test
  void la_partenaire_lit_qui_attend_et_qui_est_en_retard_parmi_ses_seules_personnes() {
    confiee("ENRETARD", LocalDate.of(2025, 9, 10));
    confiee("ATEMPS", LocalDate.of(2025, 10, 10));
    dossiers.entrante("PASAELLE" + essai, NORD, LocalDate.of(2025, 10, 3));
    String liste = partenaire.ouvrir("/").body();
    assertThat(liste).as("elle entre par cette page").contains("Premières rencontres").contains("ENRETARD" + essai).contains("ATEMPS" + essai)
        .doesNotContain("PASAELLE" + essai)
        .contains("10 jours de retard").contains("avant le 10/10/2025").contains("avant le 10/11/2025");
    assertThat(partenaire.ouvrir("/premieres-rencontres?file=EN_RETARD").body()).contains("ENRETARD" + essai).doesNotContain("ATEMPS" + essai);
  }

  @Test
  void une_personne_suivie_ailleurs_avant_jalon_n_est_pas_en_retard_depuis_des_annees() {
    Personne p = confiee("REPRISE", LocalDate.of(2025, 9, 10));
    base.sql("update orientation.suivi set notifie_le = '2019-03-04', saisi_le = timestamptz '2025-10-01 09:00' where personne_id = ?")
        .param(p.id()).update();
    assertThat(partenaire.ouvrir("/premieres-rencontres").body()).doesNotContain("REPRISE" + essai);
    assertThat(partenaire.ouvrir("/dossier/" + p.id()).body()).doesNotContain("Première rencontre au plus tard");
    partenaire.ouvrir("/premieres-rencontres");
    noter(p, "2025-10-15", "PRESENTE", "");
    assertThat(partenaire.ouvrir("/premieres-rencontres?file=RENCONTREES").body()).contains("REPRISE" + essai);
  }

  @Test
  void elle_dit_qui_est_venu_corrige_et_revient_en_arriere() {
    Personne p = confiee("VENUE", LocalDate.of(2025, 10, 10));
    partenaire.ouvrir("/premieres-rencontres");
    assertThat(noter(p, "2025-10-15", "ABSENTE", "").body()).contains("absence sans excuse").contains("VENUE" + essai)
        .contains("absence non excusée le 15/10/2025");
    assertThat(faits(p)).containsExactly("ABSENCE_NON_EXCUSEE");
    assertThat(noter(p, "2025-10-15", "PRESENTE", "").body()).contains("la personne est venue").doesNotContain("VENUE" + essai);
    assertThat(faits(p)).as("la correction retire l'absence").isEmpty();
    String venues = partenaire.ouvrir("/premieres-rencontres?file=RENCONTREES").body();
    assertThat(venues).contains("VENUE" + essai).contains("15/10/2025");
    assertThat(partenaire.ouvrir("/dossier/" + p.id() + "/echanges").body()).contains("Rendez-vous individuel du 15/10/2025")
        .as("au fil le jour de la rencontre, avec celui de la saisie").containsPattern("Saisi par [^<]+ le 20/10/2025");
    long entretien = base.sql("select id from rendezvous.entretien where personne_id = ?").param(p.id()).query(Long.class).single();
    assertThat(partenaire.suivre(partenaire.poster("/premieres-rencontres/" + entretien + "/effacer", Map.of())).body())
        .contains("de nouveau à rencontrer");
    assertThat(partenaire.ouvrir("/premieres-rencontres").body()).contains("VENUE" + essai);
  }

  @Test
  void la_presence_va_au_rendez_vous_de_ce_jour_quand_il_y_en_a_un() {
    Personne p = confiee("ATTENDUE", LocalDate.of(2025, 9, 10));
    int lieu = secretaire(() -> lieux.executer(new LieuDeRendezVous(null, "Bureau de rencontre " + essai, "1 rue du Lac", "07100", "07010", "", NORD,
        true, 2, "04 00 00 00 00", true)));
    int permanence = secretaire(() -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Rencontre " + essai, null,
        new HorairesDePermanence(java.time.DayOfWeek.WEDNESDAY, LocalTime.of(9, 0), LocalTime.of(10, 0), 60, LocalDate.of(2025, 10, 22),
        LocalDate.of(2025, 10, 22))))).id();
    long creneau = base.sql("select id from rendezvous.creneau where permanence_id = ?").param(permanence).query(Long.class).single();
    assertThat(partenaire.ouvrir("/dossier/" + p.id()).body())
        .contains("En retard : Première rencontre au plus tard le 10 octobre 2025", "Noter la rencontre", "marque-retard\">2<");
    long entretien = secretaire(() -> donner.donner(p.id(), creneau));
    assertThat(partenaire.ouvrir("/dossier/" + p.id()).body()).as("un jour donné, il n'y a rien à faire avant lui")
        .contains("Première rencontre prévue le 22 octobre 2025", "Après sa limite du 10 octobre 2025").contains("marque-retard\">1<")
        .doesNotContain("Noter la rencontre");
    base.sql("update rendezvous.creneau set jour = date '2025-10-20' where id = ?").param(creneau).update();
    partenaire.ouvrir("/premieres-rencontres");
    assertThat(noter(p, "2025-10-20", "PRESENTE", "").body()).contains("la personne est venue");
    assertThat(base.sql("select etat from rendezvous.entretien where personne_id = ?").param(p.id()).query(String.class).list())
        .containsExactly("PRESENTE");
    assertThat(partenaire.suivre(partenaire.poster("/premieres-rencontres/" + entretien + "/effacer", Map.of())).body())
        .contains("ne s&#39;efface pas d&#39;ici".replace("&#39;", "'"));
  }

  @Test
  void un_jour_impossible_est_refuse_et_ce_qui_etait_saisi_reste() {
    Personne p = confiee("IMPOSSIBLE", LocalDate.of(2025, 10, 10));
    Personne autre = dossiers.entrante("DAUTRUI" + essai, NORD, LocalDate.of(2025, 10, 3));
    partenaire.ouvrir("/premieres-rencontres");
    HttpResponse<String> futur = partenaire.poster("/premieres-rencontres", Map.of("personne", "" + p.id(), "le", "2025-10-21", "etat", "PRESENTE"));
    assertThat(futur.statusCode()).isEqualTo(422);
    assertThat(futur.body()).contains("n'est pas encore arrivé").contains("value=\"2025-10-21\"");
    assertThat(partenaire.poster("/premieres-rencontres", Map.of("personne", "" + p.id(), "le", "2025-10-09", "etat", "PRESENTE")).body())
        .contains("notifiée le 10/10/2025");
    assertThat(partenaire.poster("/premieres-rencontres", Map.of("personne", "" + p.id(), "le", "2025-10-15", "etat", "EXCUSEE")).body())
        .contains("Choisissez la raison");
    HttpResponse<String> dehors = partenaire.poster("/premieres-rencontres",
        Map.of("personne", "" + autre.id(), "le", "2025-10-15", "etat", "PRESENTE"));
    assertThat(dehors.statusCode()).isEqualTo(422);
    assertThat(base.sql("select count(*) from rendezvous.entretien where personne_id in (?, ?)").params(p.id(), autre.id())
        .query(Integer.class).single()).isZero();
  }

  /** A person whose orientation to the organisation was notified that day. */
  private Personne confiee(String nom, LocalDate notifieLe) {
    Personne p = dossiers.entrante(nom + essai, NORD, LocalDate.of(2025, 9, 1));
    EnTantQue.agir(EnTantQue.territoire(NORD, "DOSSIERS", "ENTREES", "ORIENTATIONS"),
        () -> enregistrer.executer(new NouvelleOrientation(p.id(), Parcours.SOCIAL, organisation, null, notifieLe)));
    // recorded the day it was notified, as it is when nothing comes from another tool
    base.sql("update orientation.suivi set saisi_le = notifie_le where personne_id = ?").param(p.id()).update();
    // her contract is signed: it asks for nothing
    base.sql("update echeances.echeance set etat = 'TENUE' where nature = 'CONTRAT_ENGAGEMENT' and personne_id = ?").param(p.id()).update();
    return p;
  }

  private HttpResponse<String> noter(Personne p, String le, String etat, String raison) {
    return partenaire.suivre(partenaire.poster("/premieres-rencontres", Map.of("personne", "" + p.id(), "le", le, "etat", etat, "raison", raison)));
  }

  private List<String> faits(Personne p) {
    return base.sql("select nature from rendezvous.fait where personne_id = ? and retire_le is null").param(p.id()).query(String.class).list();
  }

  private static <T> T secretaire(Supplier<T> acte) {
    return EnTantQue.agir(EnTantQue.territoire(NORD, "DOSSIERS", "ENTREES", "RENDEZ_VOUS"), acte);
  }
}
