package fr.jalon.rendezvous.domaine;

import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A person for whom a session is looked for.
 *
 * @param commune INSEE code where she lives, or {@code null}
 * @param limite  last day she must be met, or {@code null} when nothing is due
 */
public record PersonneAConvoquer(@PersonneMontree long id, String commune, LocalDate limite) {}
