package fr.jalon.demo.generation;

import java.time.LocalDate;

/**
 * A follow-up that the demonstration plays through the services of the application.
 *
 * @param nir               13 characters, the definitive one when the last file gives it; {@code null} for a person found otherwise
 * @param entreeRecueLe     day the file that announced the entry was received (before the first file: the fifth of the month after the claim)
 * @param notifieeLe        day the orientation was notified
 * @param parcours          {@code SOCIAL}, {@code SOCIOPROFESSIONNEL} or {@code PROFESSIONNEL}
 * @param structure         code of the organisation, of {@code structures.yaml}
 * @param referent          e-mail of the référent
 * @param enVeilleDu, enVeilleAu  period in which the follow-up sleeps, or {@code null}; an end may be missing when it still sleeps
 * @param closeLe           end of the follow-up, or {@code null}
 * @param motifFin          {@code DROIT_CLOS}, {@code SUSPENDU_PLUS_DE_12_MOIS} or {@code REORIENTATION}, or {@code null}
 */
public record OrientationAJouer(String nir, LocalDate entreeRecueLe, LocalDate notifieeLe, String parcours, String structure,
    String referent, LocalDate enVeilleDu, LocalDate enVeilleAu, LocalDate closeLe, String motifFin) {}
