package fr.jalon.structures;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The working time of a référent from a day on, until the next period. @param saisiPar login of who recorded it */
public record PeriodeDeReferent(LocalDate depuis, BigDecimal etp, boolean intensif, boolean actif, String saisiPar) {}
