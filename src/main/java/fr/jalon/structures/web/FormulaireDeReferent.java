package fr.jalon.structures.web;

import fr.jalon.structures.Referent;
import java.math.BigDecimal;

/** A référent as typed. @param id {@code null} for a new one; @param etp as typed, comma or point */
public record FormulaireDeReferent(Integer id, int organisation, String nom, String courriel, String etp, Boolean intensif, Boolean actif) {
  /** An unchecked box is false. */
  public FormulaireDeReferent {
    intensif = Boolean.TRUE.equals(intensif);
    actif = Boolean.TRUE.equals(actif);
  }

  static FormulaireDeReferent de(Referent r) {
    return new FormulaireDeReferent(r.id(), r.organisationId(), r.nom(), r.courriel() == null ? "" : r.courriel(),
        r.etp().stripTrailingZeros().toPlainString().replace('.', ','), r.intensif(), r.actif());
  }

  static FormulaireDeReferent vide(int organisation) {
    return new FormulaireDeReferent(null, organisation, "", "", "1", false, true);
  }

  /** {@code null} when it is not a number. */
  BigDecimal part() {
    try {
      return etp == null ? null : new BigDecimal(etp.strip().replace(',', '.'));
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
