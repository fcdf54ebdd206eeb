package fr.jalon.structures.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.structures.Poste;
import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import fr.jalon.structures.SaisieDeReferent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;

/** A référent as typed. @param id {@code null} for a new one; @param etp as typed, comma or point */
public record FormulaireDeReferent(Integer id, int organisation, String nom, String courriel, String etp, Boolean intensif, Boolean actif, String commune,
    List<Public> publics, Boolean reserve, List<String> communes, Integer site, String fonction, String debut, String fin) {
  /** An unchecked box is false, absent lists are empty. */
  public FormulaireDeReferent {
    intensif = Boolean.TRUE.equals(intensif);
    actif = Boolean.TRUE.equals(actif);
    reserve = Boolean.TRUE.equals(reserve);
    commune = commune == null ? "" : commune;
    publics = publics == null ? List.of() : publics.stream().filter(Objects::nonNull).toList();
    communes = communes == null ? List.of() : communes.stream().filter(Objects::nonNull).toList();
    fonction = fonction == null ? "" : fonction;
    debut = debut == null ? "" : debut;
    fin = fin == null ? "" : fin;
  }

  static FormulaireDeReferent de(Referent r) {
    return new FormulaireDeReferent(r.id(), r.organisationId(), r.nom(), r.courriel() == null ? "" : r.courriel(),
        r.etp().stripTrailingZeros().toPlainString().replace('.', ','), r.intensif(), r.actif(), r.poste().siteId() == null ? r.commune() : null, r.publics(), r.reserve(), r.communes(), r.poste().siteId(),
        r.poste().fonction() == null ? "" : r.poste().fonction().name(), texte(r.poste().debut()), texte(r.poste().fin()));
  }

  static FormulaireDeReferent vide(int organisation) {
    return new FormulaireDeReferent(null, organisation, "", "", "1", false, true, "", List.of(), false, List.of(), null, "", "", "");
  }

  SaisieDeReferent saisie() {
    return new SaisieDeReferent(id, organisation, nom, courriel, part(), intensif, actif, commune, publics, reserve, communes,
        new Poste(site, null, fonction.isBlank() ? null : Poste.Fonction.valueOf(fonction), jour(debut), jour(fin)));
  }

  private static String texte(LocalDate jour) {
    return jour == null ? "" : jour.toString();
  }

  private static LocalDate jour(String texte) {
    try {
      return texte.isBlank() ? null : DatesPlausibles.lire(texte);
    } catch (DateTimeParseException _) {
      return null;
    }
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
