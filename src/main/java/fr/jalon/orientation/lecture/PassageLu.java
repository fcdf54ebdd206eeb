package fr.jalon.orientation.lecture;

import java.time.LocalDate;

/** One passage of an entry or a follow-up. @param texte a French phrase; @param source the file, or who typed it */
public record PassageLu(LocalDate le, String texte, String motif, String source) {}
