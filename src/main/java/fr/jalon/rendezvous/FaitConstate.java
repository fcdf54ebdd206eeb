package fr.jalon.rendezvous;

import fr.jalon.rendezvous.domaine.NatureDeFait;
import java.time.LocalDate;

/**
 * A fact seen at an appointment, told to the rooms above in the transaction that wrote it. Nothing is decided here.
 *
 * @param convocationId the convocation, or the interview, it is about
 * @param le            day of the appointment
 * @param detail        the paper missing, or the reason given (codes), never {@code null}
 * @param retire        true when a correction takes it back
 */
public record FaitConstate(long personneId, long convocationId, NatureDeFait nature, String detail, LocalDate le, boolean retire) {}
