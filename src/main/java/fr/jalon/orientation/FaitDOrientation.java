package fr.jalon.orientation;

import java.time.LocalDate;
import java.util.List;

/**
 * Something that happened to persons, told in the transaction that does it to whoever stands above (webhooks). Nothing is told when it is undone.
 *
 * @param objets          one line per person
 * @param parLeChargement true when a file did it: the transaction is the loading door's
 */
public record FaitDOrientation(Genre genre, List<Objet> objets, boolean parLeChargement) {
  /** What happened. */
  public enum Genre {
    /** She must be oriented; the object is her entry. */
    NOUVEL_ENTRANT,
    /** Her orientation was notified: told on paper or face to face, or its letter left; the object is the follow-up. */
    ORIENTATION_NOTIFIEE,
    /** Its letter was said to be posted by mistake: it is not notified yet. */
    NOTIFICATION_REPRISE,
    /** The orientation notified replaces another one; the object is the new follow-up. */
    REORIENTATION,
    /** It was recorded by mistake: it never was. */
    ORIENTATION_ANNULEE,
    /** Her follow-up ended. */
    SUIVI_CLOS
  }

  /** Whom it is about. @param objetId entry or follow-up; @param le the day it took effect */
  public record Objet(long personneId, long objetId, LocalDate le) {}
}
