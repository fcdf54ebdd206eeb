package fr.jalon.structures.web;

import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import fr.jalon.structures.SaisieDeReferent;
import java.math.BigDecimal;
import java.util.List;

/** A référent as typed. @param id {@code null} for a new one; @param etp as typed, comma or point */
public record FormulaireDeReferent(Integer id, int organisation, String nom, String courriel, String etp, Boolean intensif, Boolean actif, String commune,
    List<Public> publics, Boolean reserve, List<String> communes) {
  /** An unchecked box is false, absent lists are empty. */
  public FormulaireDeReferent {
    intensif = Boolean.TRUE.equals(intensif);
    actif = Boolean.TRUE.equals(actif);
    reserve = Boolean.TRUE.equals(reserve);
    commune = commune == null ? "" : commune;
    publics = publics == null ? List.of() : List.copyOf(publics);
    communes = communes == null ? List.of() : List.copyOf(communes);
  }

  static FormulaireDeReferent de(Referent r) {
    return new FormulaireDeReferent(r.id(), r.organisationId(), r.nom(), r.courriel() == null ? "" : r.courriel(),
        r.etp().stripTrailingZeros().toPlainString().replace('.', ','), r.intensif(), r.actif(), r.commune(), r.publics(), r.reserve(), r.communes());
  }

  static FormulaireDeReferent vide(int organisation) {
    return new FormulaireDeReferent(null, organisation, "", "", "1", false, true, "", List.of(), false, List.of());
  }

  SaisieDeReferent saisie() {
    return new SaisieDeReferent(id, organisation, nom, courriel, part(), intensif, actif, commune, publics, reserve, communes);
  }

  /** {@code null} when it is not a number. */
  private BigDecimal part() {
    try {
      return etp == null ? null : new BigDecimal(etp.strip().replace(',', '.'));
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
