package fr.jalon.orientation.lecture;

import fr.jalon.orientation.domaine.Avis;
import java.time.LocalDate;

/**
 * A review that kept a parcours social.
 *
 * @param avis       what the équipe pluridisciplinaire said, or {@code null}
 * @param prochainLe limit of the next review
 */
public record MaintienLu(long id, long suiviId, LocalDate faitLe, String raison, Avis avis, LocalDate prochainLe, String faitPar) {}
