package fr.jalon.orientation;

import java.time.LocalDate;

/**
 * A person has a new orientation decision in place of another. Told inside the transaction. The history of sanctions counts from there
 * (R. 5412-3-4 code du travail): nothing is decided here, the fact is told.
 *
 * @param ancienSuiviId  the follow-up that ended the day before
 * @param nouveauSuiviId the one that replaces it
 * @param notifieLe      day the new decision was notified
 */
public record PersonneReorientee(long personneId, long ancienSuiviId, long nouveauSuiviId, LocalDate notifieLe) {}
