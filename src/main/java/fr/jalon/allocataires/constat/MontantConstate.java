package fr.jalon.allocataires.constat;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The amounts of a right as one file states them, in euros per month.
 *
 * @param droitTotal  total right (MTTOTDRORSA)
 * @param prestations benefits of the right as JSON: nature, sub-nature, dates, amount paid
 * @param precisions  other amounts as JSON or {@code null}
 */
public record MontantConstate(BigDecimal droitTotal, BigDecimal revenuMinimumGaranti, BigDecimal revenuGaranti, BigDecimal ressources,
    BigDecimal prestationsFamiliales, BigDecimal aideLogement, BigDecimal reduction, LocalDate debutCalcul, LocalDate finCalcul,
    String prestations, String precisions) {}
