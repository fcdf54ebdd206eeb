package fr.jalon.rendezvous;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.jalon.courriers.Canal;
import fr.jalon.courriers.application.EnvoyerDesMessages;
import fr.jalon.courriers.application.Passerelles;
import fr.jalon.courriers.application.Passerelles.Passerelle;
import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers;
import fr.jalon.orientation.EnTantQue;
import fr.jalon.orientation.EssaiArdeche;
import fr.jalon.parametres.Horloge;
import fr.jalon.rendezvous.application.DonnerUnRendezVous;
import fr.jalon.rendezvous.application.TenirLesLieux;
import fr.jalon.rendezvous.application.TenirLesPermanences;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The e-mail of an appointment joins it for Ana's own calendar. Today is 20 October 2025. */
@EssaiArdeche
class RendezVousJointTest {
  private static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(1, "DOSSIERS", "ENTREES", "RENDEZ_VOUS");
  private static final Perimetre DIRECTION = EnTantQue.partout("DOSSIERS", "COURRIERS", "MODELES_DE_COURRIER");
  private static int essai;
  @Autowired
  TenirLesLieux lieux;
  @Autowired
  TenirLesPermanences permanences;
  @Autowired
  DonnerUnRendezVous donner;
  @Autowired
  EnvoyerDesMessages envoyer;
  @Autowired
  RenvoyerUnMessage renvoyer;
  @Autowired
  Passerelles passerelles;
  @Autowired
  Dossiers dossiers;
  @Autowired
  Horloge horloge;
  @Autowired
  @Qualifier("chargement")
  JdbcClient base;
  private final GreenMail poste = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
  private List<Long> creneaux;
  private long ana;

  @BeforeEach
  void ana_a_une_adresse_electronique_et_le_departement_un_serveur() {
    essai++;
    horloge.regler(AUJOURDHUI.atTime(9, 0));
    poste.start();
    EnTantQue.agir(DIRECTION, () -> {
      passerelles.regler(new Passerelle(Canal.COURRIEL, "localhost", poste.getSmtp().getPort(), "AUCUNE", "", false, "rsa@ardeche.example", null),
          "");
      return null;
    });
    int lieu = EnTantQue.agir(SECRETAIRE, () -> lieux.executer(new LieuDeRendezVous(null, "Bureau joint " + essai, "1 rue du Lac", "07100", "07010",
        "", 1, true, 2, "04 00 00 00 00", true)));
    int permanence = EnTantQue.agir(SECRETAIRE, () -> permanences.ouvrir(new SaisieDePermanence(lieu, "Mme Joint " + essai, null,
        new HorairesDePermanence(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 30), 45, LocalDate.of(2025, 10, 29),
        LocalDate.of(2025, 11, 18))))).id();
    creneaux = base.sql("select id from rendezvous.creneau where permanence_id = ? order by jour, debut").param(permanence).query(Long.class).list();
    ana = dossiers.inconnue("JOINTANA" + essai, 1, LocalDate.of(2025, 9, 10)).id();
    base.sql("update allocataires.personne set courriel = 'ana@exemple.fr' where id = ?").param(ana).update();
  }

  @AfterEach
  void plus_de_serveur() {
    poste.stop();
    base.sql("delete from courriers.passerelle").update();
  }

  @Test
  void la_convocation_le_changement_et_l_annulation_parlent_du_meme_rendez_vous_le_dernier_dit_l_emporte() throws Exception {
    long id = EnTantQue.agir(SECRETAIRE, () -> donner.donner(ana, creneaux.getFirst()));
    ICalendar convocation = dernierJoint();
    VEvent donne = convocation.getEvents().getFirst();
    assertThat(convocation.getMethod().isPublish()).isTrue();
    assertThat(donne.getSummary().getValue()).as("rien de plus que l'objet").isEqualTo("Votre rendez-vous sur le RSA")
        .isEqualTo(poste.getReceivedMessages()[0].getSubject());
    assertThat(donne.getDateStart().getValue()).isEqualTo(Date.from(Instant.parse("2025-11-04T08:00:00Z")));
    assertThat(donne.getLocation().getValue()).isEqualTo("Bureau joint " + essai + ", 1 rue du Lac, 07100 Annonay");
    assertThat(donne.getDescription().getValue()).startsWith("Apportez ").contains("04 00 00 00 00").doesNotContain("/r/");
    assertThat(donne.getAttendees()).isEmpty();
    assertThat(donne.getOrganizer().getEmail()).isEqualTo("rsa@ardeche.example");

    horloge.regler(AUJOURDHUI.atTime(10, 0));
    EnTantQue.agir(SECRETAIRE, () -> donner.changer(id, creneaux.getLast()));
    VEvent change = dernierJoint().getEvents().getFirst();
    assertThat(change.getUid().getValue()).isEqualTo(donne.getUid().getValue());
    assertThat(change.getSequence().getValue()).isGreaterThan(donne.getSequence().getValue());
    assertThat(change.getDateStart().getValue()).isAfter(donne.getDateStart().getValue());

    horloge.regler(AUJOURDHUI.atTime(11, 0));
    EnTantQue.agir(SECRETAIRE, () -> {
      donner.annuler(id, "reçue autrement");
      return null;
    });
    VEvent annule = dernierJoint().getEvents().getFirst();
    assertThat(annule.getUid().getValue()).isEqualTo(donne.getUid().getValue());
    assertThat(annule.getSequence().getValue()).isGreaterThan(change.getSequence().getValue());
    assertThat(annule.getStatus().isCancelled()).isTrue();
    assertThat(poste.getReceivedMessages()).hasSize(3);
  }

  @Test
  void la_premiere_convocation_renvoyee_apres_un_changement_ne_le_defait_pas() throws Exception {
    long id = EnTantQue.agir(SECRETAIRE, () -> donner.donner(ana, creneaux.getFirst()));
    VEvent donne = dernierJoint().getEvents().getFirst();
    long premier = base.sql("select id from courriers.message where personne_id = ? and canal = 'COURRIEL' and etat = 'ENVOYE'").param(ana)
        .query(Long.class).single();
    horloge.regler(AUJOURDHUI.atTime(10, 0));
    EnTantQue.agir(SECRETAIRE, () -> donner.changer(id, creneaux.getLast()));
    VEvent change = dernierJoint().getEvents().getFirst();
    horloge.regler(AUJOURDHUI.atTime(11, 0));
    EnTantQue.agir(DIRECTION, () -> renvoyer.executer(premier, new RenvoyerUnMessage.Vers(null, null, null, "ana@ailleurs.fr"), "Autre adresse"));
    VEvent renvoye = dernierJoint().getEvents().getFirst();
    assertThat(renvoye.getUid().getValue()).isEqualTo(change.getUid().getValue());
    assertThat(renvoye.getSequence().getValue()).isEqualTo(donne.getSequence().getValue()).isLessThan(change.getSequence().getValue());
  }

  @Test
  void le_lieu_corrige_avant_le_depart_est_celui_du_rendez_vous_joint() throws Exception {
    EnTantQue.agir(SECRETAIRE, () -> donner.donner(ana, creneaux.getFirst()));
    int lieu = base.sql("select m.lieu_id from rendezvous.creneau c join rendezvous.permanence m on m.id = c.permanence_id where c.id = ?")
        .param(creneaux.getFirst()).query(Integer.class).single();
    EnTantQue.agir(SECRETAIRE, () -> lieux.executer(new LieuDeRendezVous(lieu, "Bureau joint " + essai, "9 place Neuve", "07100", "07010", "",
        1, true, 2, "04 00 00 00 00", true)));
    assertThat(dernierJoint().getEvents().getFirst().getLocation().getValue()).contains("9 place Neuve");
  }

  /** What the last e-mail joins, once what is due has left. */
  private ICalendar dernierJoint() throws Exception {
    EnTantQue.agir(DIRECTION, () -> envoyer.executer(new FiltresDeMessages(null, null, null, null, null, null, "JOINTANA" + essai, 1), _ -> { }));
    MimeMessage[] recus = poste.getReceivedMessages();
    assertThat(recus).isNotEmpty();
    BodyPart joint = calendrier((Multipart) recus[recus.length - 1].getContent());
    assertThat(joint.getContentType()).contains("method=PUBLISH");
    return Biweekly.parse(new String(joint.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).first();
  }

  private static BodyPart calendrier(Multipart parties) throws Exception {
    for (int i = 0; i < parties.getCount(); i++) {
      BodyPart p = parties.getBodyPart(i);
      if (p.isMimeType("text/calendar")) {
        assertThat(p.getDisposition()).isEqualTo(Part.ATTACHMENT);
        return p;
      }
    }
    throw new AssertionError("aucun rendez-vous joint");
  }
}
