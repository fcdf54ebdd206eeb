package fr.jalon.courriers;

import java.time.LocalDateTime;

/**
 * An appointment that an e-mail joins for the person's own calendar. Where and what to bring are sentences of the model ({@code agenda_lieu},
 * {@code agenda}): corrected with the message.
 *
 * @param numero the name calendars know it by, the same for all that is said of one appointment
 * @param debut  local hour of the Département
 * @param annule true when the message says that it will not take place
 */
public record DansLAgenda(String numero, LocalDateTime debut, LocalDateTime fin, boolean annule) {}
