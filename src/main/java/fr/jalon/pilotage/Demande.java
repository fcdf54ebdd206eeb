package fr.jalon.pilotage;

/**
 * A figure asked for.
 *
 * @param code      code of the indicator
 * @param dimension its breakdown, {@code null} for the total
 */
public record Demande(String code, Dimension dimension) {}
