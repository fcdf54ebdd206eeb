package fr.jalon.sorties;

import java.time.LocalDate;

/**
 * A person left the RSA, or went back to work while her right is still open: it is certain, told or completed by an agent. Published in the
 * transaction of the
 * act; whoever listens looks at what is true then.
 *
 * @param raison code of the reason: {@code EMPLOI}, {@code FORMATION}…
 * @param le     first day of the job or of the training; else the day her right ended
 */
public record SortieConstatee(long personneId, long sortieId, String raison, LocalDate le) {}
