package fr.jalon.accompagnement;

import java.time.LocalDate;

/** A contact with this person was noted, or taken back: told in the transaction that writes it to whoever stands above. @param le its day */
public record ContactChange(long personneId, LocalDate le) {}
