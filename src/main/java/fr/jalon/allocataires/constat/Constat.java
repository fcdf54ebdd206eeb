package fr.jalon.allocataires.constat;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Where a statement comes from.
 *
 * @param importId  the file loaded
 * @param reference date at which the file is true (DTREF)
 * @param complet   true for a monthly file, which holds every open claim of its payers
 * @param recuLe    day the Département received it: the start of the delay of orientation (D. 262-65-2)
 * @param connuLe   instant from which Jalon knows it
 * @param initial   true when nothing was known of these payers before: a foyer unknown until now is stock, not news
 */
public record Constat(long importId, LocalDate reference, boolean complet, LocalDate recuLe, OffsetDateTime connuLe, boolean initial) {}
