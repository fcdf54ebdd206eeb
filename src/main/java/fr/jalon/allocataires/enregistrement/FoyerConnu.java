package fr.jalon.allocataires.enregistrement;

import java.time.LocalDate;

/**
 * A foyer already known.
 *
 * @param empreinte     fingerprint of what was last stated, or null
 * @param referenceEtat reference date of the first file that stated it
 */
record FoyerConnu(long id, byte[] empreinte, LocalDate referenceEtat, Integer territoireId, Integer[] organisations) {}
