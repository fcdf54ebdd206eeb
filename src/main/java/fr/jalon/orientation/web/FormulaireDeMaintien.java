package fr.jalon.orientation.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.orientation.domaine.Avis;
import fr.jalon.orientation.domaine.Maintien;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The parcours sociaux to keep, as typed.
 *
 * @param suivis  follow-ups ticked
 * @param le      day of the decision; @param avisLe day of the opinion, ISO dates
 * @param avis    name of {@link Avis.Sens}, or empty
 */
public record FormulaireDeMaintien(List<Long> suivis, String raison, String le, String avisLe, String avis, Boolean prevenir, String retour) {
  /** Absent lists and texts are empty, an unchecked box is false. */
  public FormulaireDeMaintien {
    suivis = suivis == null ? List.of() : suivis.stream().filter(Objects::nonNull).toList();
    raison = raison == null ? "" : raison;
    avisLe = avisLe == null ? "" : avisLe;
    avis = avis == null ? "" : avis;
    prevenir = Boolean.TRUE.equals(prevenir);
  }

  /** @param suivi the one asked for alone, ticked at once; {@code null} for a list */
  static FormulaireDeMaintien vide(LocalDate aujourdhui, Long suivi) {
    return new FormulaireDeMaintien(suivi == null ? List.of() : List.of(suivi), "", aujourdhui.toString(), "", "", true, null);
  }

  /** As read; what cannot be is a fault of its field. */
  Maintien maintien(Fautes fautes) {
    LocalDate rendu = DatesPlausibles.facultatif("avisLe", avisLe, fautes);
    return new Maintien(DatesPlausibles.lireOuRien(le), raison, fautes.bon("avisLe") ? fautes.lire("avis", () -> Avis.de(rendu, avis)) : null);
  }
}
