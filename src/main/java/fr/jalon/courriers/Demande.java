package fr.jalon.courriers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A message a room asks to be written to a person.
 *
 * @param modele     code of a model, e.g. {@code NOTIFICATION_ORIENTATION} (a file of {@code resources/courriers})
 * @param personneId to whom; her name, address and numbers are read by this room
 * @param objetId    the row of the asking room the message is about: with the model, it finds the message again
 * @param date       the date the letter bears; the day from which a SMS or an e-mail may leave
 * @param valeurs    the model's own variables, by name, as they must be read (dates written out)
 * @param canaux     the channels asked for
 * @param agenda     what an e-mail joins for her calendar, or {@code null}
 */
public record Demande(String modele, long personneId, long objetId, LocalDate date, Map<String, String> valeurs, Set<Canal> canaux,
    DansLAgenda agenda) {
  /** Nothing for her calendar. */
  public Demande(String modele, long personneId, long objetId, LocalDate date, Map<String, String> valeurs, Set<Canal> canaux) {
    this(modele, personneId, objetId, date, valeurs, canaux, null);
  }
}
