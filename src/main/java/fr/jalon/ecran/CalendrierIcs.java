package fr.jalon.ecran;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Appointments as calendars read them (iCalendar, RFC 5545). Hours leave in UTC: true in every zone of the Départements and on both sides of a
 * change of hour, with no zone to describe.
 */
public final class CalendrierIcs {
  private static final String PRODUIT = "-//Jalon//Jalon//FR";
  /** Octets of a line, its end left out (RFC 5545, 3.1). */
  private static final int LIGNE = 75;
  private static final String FIN = "\r\n";
  /** Revisions are numbered by the seconds since then: they only grow, from whatever message they are read, and hold in 32 bits until 2088. */
  private static final Instant ORIGINE = Instant.parse("2020-01-01T00:00:00Z");

  private CalendrierIcs() {}

  /**
   * One appointment.
   *
   * @param numero the name it keeps whatever becomes of it
   * @param lien   an address, or {@code null}
   * @param annule true when it will not take place
   * @param dit    when this was said: of two that speak of one appointment, the later is true
   */
  public record Evenement(String numero, String titre, String lieu, String texte, String lien, Instant debut, Instant fin, boolean annule,
      Instant dit) {}

  /** All the appointments of a calendar that reads them again from time to time: what is no longer in it disappears there. */
  public static String flux(String nom, List<Evenement> evenements) {
    ICalendar calendrier = nouveau();
    calendrier.setName(nom);
    calendrier.addExperimentalProperty("X-WR-CALNAME", nom);
    Duration heure = Duration.builder().hours(1).build();
    calendrier.setRefreshInterval(heure);
    calendrier.addExperimentalProperty("X-PUBLISHED-TTL", heure.toString());
    evenements.forEach(e -> calendrier.addEvent(evenement(e)));
    return ecrire(calendrier);
  }

  /** One appointment told to somebody, who is asked for no answer (RFC 5546, PUBLISH). @param de who tells it; a name with quotes loses them */
  public static String invitation(Evenement e, String de, String courriel) {
    ICalendar calendrier = nouveau();
    calendrier.setMethod(Method.PUBLISH);
    VEvent evenement = evenement(e);
    evenement.setOrganizer(new Organizer(de.replaceAll("[\\p{Cntrl}\"]", " "), courriel));
    calendrier.addEvent(evenement);
    return ecrire(calendrier);
  }

  private static ICalendar nouveau() {
    ICalendar calendrier = new ICalendar();
    calendrier.setProductId(PRODUIT);
    return calendrier;
  }

  private static VEvent evenement(Evenement e) {
    VEvent v = new VEvent();
    v.setUid(e.numero());
    v.setDateTimeStamp(Date.from(e.dit()));
    v.setLastModified(Date.from(e.dit()));
    v.setSequence((int) (e.dit().getEpochSecond() - ORIGINE.getEpochSecond()));
    v.setSummary(propre(e.titre()));
    v.setLocation(propre(e.lieu()));
    v.setDescription(propre(e.texte()));
    if (e.lien() != null) {
      v.setUrl(e.lien());
    }
    v.setDateStart(Date.from(e.debut()), true);
    v.setDateEnd(Date.from(e.fin()), true);
    v.setStatus(e.annule() ? Status.cancelled() : Status.confirmed());
    v.setClassification(Classification.private_());
    return v;
  }

  /** What no calendar reads, and what would end a line: the library escapes the rest. */
  private static String propre(String texte) {
    return texte.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
  }

  private static String ecrire(ICalendar calendrier) {
    StringWriter texte = new StringWriter();
    try (ICalWriter sortie = new ICalWriter(texte, ICalVersion.V2_0)) {
      // it folds by characters, calendars count octets
      sortie.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      sortie.write(calendrier);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return plier(texte.toString());
  }

  private static String plier(String texte) {
    StringBuilder plie = new StringBuilder(texte.length() + texte.length() / LIGNE * 3);
    for (String ligne : texte.split(FIN)) {
      int octets = 0;
      for (int c : ligne.codePoints().toArray()) {
        int siens = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        if (octets + siens > LIGNE) {
          plie.append(FIN).append(' ');
          octets = 1;
        }
        plie.appendCodePoint(c);
        octets += siens;
      }
      plie.append(FIN);
    }
    return plie.toString();
  }
}
