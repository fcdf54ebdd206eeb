package fr.jalon.structures;

import java.math.BigDecimal;

/**
 * A référent.
 *
 * @param etp      share of a full-time equivalent, 0.50 = half time
 * @param intensif true when her portfolio is a restricted, intensive one
 * @param actif    false when she follows nobody any more
 */
public record Referent(int id, int organisationId, String nom, String courriel, BigDecimal etp, boolean intensif, boolean actif) {}
