package fr.jalon.structures;

import java.math.BigDecimal;
import java.util.List;

/**
 * A référent.
 *
 * @param etp      share of a full-time equivalent, 0.50 = half time
 * @param intensif true when her portfolio is a restricted, intensive one
 * @param actif    false when she follows nobody today: no longer, or her dates do not cover today
 * @param commune  INSEE code of the place where she receives (her site's), {@code null} = her organisation's
 * @param publics  persons she is a specialist of
 * @param reserve  true when she follows these publics only
 * @param communes INSEE codes of the communes she serves; empty = all those of her organisation's territories
 * @param poste    site, function and dates
 */
public record Referent(int id, int organisationId, String nom, String courriel, BigDecimal etp, boolean intensif, boolean actif, String commune,
    List<Public> publics, boolean reserve, List<String> communes, Poste poste) {
  /** Defensive copies. */
  public Referent {
    publics = List.copyOf(publics);
    communes = List.copyOf(communes);
  }

  /** Of whom the site, the function and the dates are unknown. */
  public Referent(int id, int organisationId, String nom, String courriel, BigDecimal etp, boolean intensif, boolean actif, String commune,
      List<Public> publics, boolean reserve, List<String> communes) {
    this(id, organisationId, nom, courriel, etp, intensif, actif, commune, publics, reserve, communes, Poste.INCONNU);
  }

  /** A generalist who receives at her organisation's and serves all its communes. */
  public Referent(int id, int organisationId, String nom, String courriel, BigDecimal etp, boolean intensif, boolean actif) {
    this(id, organisationId, nom, courriel, etp, intensif, actif, null, List.of(), false, List.of());
  }
}
