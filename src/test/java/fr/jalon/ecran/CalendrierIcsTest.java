package fr.jalon.ecran;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import fr.jalon.ecran.CalendrierIcs.Evenement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calendars read is what RFC 5545 asks, whatever a place is called. */
class CalendrierIcsTest {
  private static final Instant DEBUT = Instant.parse("2025-11-04T08:00:00Z");
  private static final String LIEU = "Maison du Département « Élie-Rouvière » ; étage 2, bureau 14\\B, entrée côté rivière, œuvres sociales 👋🏽 à l'année";

  @Test
  void un_lieu_long_accentue_se_relit_mot_pour_mot_en_lignes_de_75_octets() {
    String ics = CalendrierIcs.flux("Mes rendez-vous", List.of(rendezVous("Rendez-vous A.M.", LIEU, "Dossier :\nhttps://rsa.exemple.fr/dossier/12",
        DEBUT, false)));
    assertThat(ics).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(ics.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(Arrays.stream(ics.split("\r\n")).map(l -> l.getBytes(StandardCharsets.UTF_8).length)).allMatch(n -> n <= 75);
    VEvent lu = lire(ics);
    assertThat(lu.getLocation().getValue()).isEqualTo(LIEU);
    assertThat(lu.getDescription().getValue()).isEqualTo("Dossier :\nhttps://rsa.exemple.fr/dossier/12");
    assertThat(lu.getDateStart().getValue()).isEqualTo(Date.from(DEBUT));
    assertThat(lu.getUid().getValue()).isEqualTo("abc123");
    assertThat(lu.getDateTimeStamp()).isNotNull();
    assertThat(lu.getClassification().getValue()).isEqualTo("PRIVATE");
  }

  @Test
  void ce_qui_est_tape_ne_fait_pas_une_ligne_de_plus() {
    String ics = CalendrierIcs.invitation(rendezVous("Rendez-vous\r\nATTENDEE:mailto:x@y.fr", "Bureau\u0007", "", DEBUT, false),
        "Le \"Département\"\r\nX:y", "rsa@exemple.fr");
    assertThat(ics.lines()).noneMatch(l -> l.startsWith("ATTENDEE") || l.startsWith("X:y"));
    assertThat(lire(ics).getLocation().getValue()).isEqualTo("Bureau");
  }

  @Test
  void une_annulation_garde_son_nom_et_se_lit_apres_ce_qu_elle_annule() {
    VEvent donne = lire(CalendrierIcs.invitation(rendezVous("Votre rendez-vous", "Bureau", "", DEBUT, false), "Département", "rsa@exemple.fr"));
    String annulation = CalendrierIcs.invitation(rendezVous("Votre rendez-vous", "Bureau", "", DEBUT.plusSeconds(60), true), "Département",
        "rsa@exemple.fr");
    VEvent annule = lire(annulation);
    assertThat(annulation).contains("METHOD:PUBLISH\r\n");
    assertThat(annule.getStatus().isCancelled()).isTrue();
    assertThat(donne.getStatus().isConfirmed()).isTrue();
    assertThat(annule.getUid().getValue()).isEqualTo(donne.getUid().getValue());
    assertThat(annule.getSequence().getValue()).isGreaterThan(donne.getSequence().getValue());
    assertThat(annule.getOrganizer().getEmail()).isEqualTo("rsa@exemple.fr");
    assertThat(annule.getAttendees()).isEmpty();
  }

  private static VEvent lire(String ics) {
    return Biweekly.parse(ics).first().getEvents().getFirst();
  }

  private static Evenement rendezVous(String titre, String lieu, String texte, Instant dit, boolean annule) {
    return new Evenement("abc123", titre, lieu, texte, null, DEBUT, DEBUT.plusSeconds(2700), annule, dit);
  }
}
