package fr.jalon.carnet;

import java.time.LocalDate;

/**
 * Somebody wrote in a notebook, or answered: told in the transaction that does it to whoever stands above (webhooks). Never of a theme of health.
 *
 * @param entreeId the entry or the answer; @param le the day it speaks of
 */
public record EcritDansLeCarnet(long personneId, long entreeId, LocalDate le) {}
