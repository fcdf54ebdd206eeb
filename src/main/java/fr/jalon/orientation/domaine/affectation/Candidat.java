package fr.jalon.orientation.domaine.affectation;

import fr.jalon.structures.Organisation;
import fr.jalon.structures.Referent;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A référent with her load.
 *
 * @param charge   persons she follows now
 * @param capacite persons she may follow
 */
public record Candidat(Referent referent, Organisation organisation, int charge, int capacite) {
  private static final int CENT = 100;

  /** Her capacity: persons per full-time equivalent times her share, rounded down; at least one. */
  public static int capacite(BigDecimal etp, int parEtp) {
    return Math.max(1, etp.multiply(BigDecimal.valueOf(parEtp)).setScale(0, RoundingMode.FLOOR).intValue());
  }

  /** Places left, 0 when full. */
  public int places() {
    return Math.max(0, capacite - charge);
  }

  /** True when nobody more may be given to her without a named person accepting it. */
  public boolean complet() {
    return charge >= capacite;
  }

  /** Filling in percent once {@code ajoutees} more persons are hers. */
  public int taux(int ajoutees) {
    return Math.round((charge + ajoutees) * (float) CENT / capacite);
  }

  /** INSEE code of where she receives, or {@code null}. */
  public String lieu() {
    return referent.commune() != null ? referent.commune() : organisation.commune();
  }
}
