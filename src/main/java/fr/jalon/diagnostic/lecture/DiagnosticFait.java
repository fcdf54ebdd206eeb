package fr.jalon.diagnostic.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.socle.DonneeDeSante;
import java.time.OffsetDateTime;

/**
 * A diagnostic as registered.
 *
 * @param parcours what it recommended, {@code null} when an answer was missing
 * @param phrase   why, or {@code null}
 * @param saisiPar login of the agent
 */
@DonneeDeSante
public record DiagnosticFait(long id, Reponses reponses, Parcours parcours, String phrase, String saisiPar, OffsetDateTime saisiLe) {}
