package fr.jalon.accompagnement.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import java.time.LocalDate;

/**
 * What is known of a person followed by a référent, for the rhythm of her follow-up.
 *
 * @param parcours    {@code null} outside the RSA
 * @param intensifDepuis day she entered the intensive portfolio of this référent, {@code null} when she is not in it
 * @param dernier     day of the last contact where she was there, since her orientation was notified; {@code null} when there was none
 * @param essai       day of the last contact tried, whoever came; {@code null} when there was none
 * @param essaiEtat   what it gave, {@code null} with it
 * @param prevuLe     day of the next appointment given to her, {@code null} when there is none
 * @param confieeLe   day she was given to her present référent after another one, {@code null} when she was not
 * @param repriseLe day her follow-up, begun before, was recorded here: nothing is known of who met her; {@code null} when her first meeting is
 *     awaited
 * @param connueLe first day her present follow-up is known here: notified, or recorded when it was taken over later
 */
public record FaitsDuSuivi(long personneId, Parcours parcours, LocalDate intensifDepuis, LocalDate dernier, LocalDate essai, EtatEntretien essaiEtat,
    LocalDate prevuLe, LocalDate confieeLe, LocalDate repriseLe, LocalDate connueLe) {}
