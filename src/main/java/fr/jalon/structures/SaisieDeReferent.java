package fr.jalon.structures;

import java.math.BigDecimal;
import java.util.List;

/**
 * A référent as typed.
 *
 * @param id       {@code null} to create
 * @param etp      share of a full-time equivalent, more than 0 and at most 1
 * @param commune  INSEE code of where she receives, {@code null} = her organisation's
 * @param reserve  true when she follows her publics only
 * @param communes INSEE codes served; empty = all those of the organisation
 * @param poste    site (its name is not read), function, first and last day
 */
public record SaisieDeReferent(Integer id, int organisationId, String nom, String courriel, BigDecimal etp, boolean intensif,
    boolean actif, String commune,
    List<Public> publics, boolean reserve, List<String> communes, Poste poste) {
  /** Defensive copies. */
  public SaisieDeReferent {
    publics = List.copyOf(publics);
    communes = List.copyOf(communes);
  }
}
