package fr.jalon.structures.web;

import fr.jalon.structures.Organisation;
import java.util.List;

/** An organisation as typed. @param id {@code null} for a new one */
public record FormulaireDOrganisation(Integer id, String nom, String nature, String cadre, String commune, List<Integer> territoires, List<String> parcours, Boolean active) {
  /** Absent lists are empty, an unchecked box is false. */
  public FormulaireDOrganisation {
    cadre = cadre == null ? "" : cadre;
    commune = commune == null ? "" : commune;
    territoires = territoires == null ? List.of() : List.copyOf(territoires);
    parcours = parcours == null ? List.of() : List.copyOf(parcours);
    active = Boolean.TRUE.equals(active);
  }

  static FormulaireDOrganisation de(Organisation o) {
    return new FormulaireDOrganisation(o.id(), o.nom(), o.nature(), o.cadre(), o.commune(), o.territoires(), o.parcours(), o.active());
  }

  static FormulaireDOrganisation vide() {
    return new FormulaireDOrganisation(null, "", "EXTERNE", "", "", List.of(), List.of(), true);
  }
}
