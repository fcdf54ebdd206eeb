package fr.jalon.echanges.caf.vraisemblance;

import java.time.LocalDate;

/**
 * The file a new one is compared with: of the same payer, the same family and the same rhythm, the nearest before it.
 *
 * @param fichier   its name
 * @param reference its reference date
 */
public record Precedent(String fichier, LocalDate reference, Mesures mesures) {}
