package fr.jalon.structures.web;

import fr.jalon.structures.Organisation;
import java.util.List;
import java.util.Objects;

/** An organisation as typed. @param id {@code null} for a new one */
public record FormulaireDOrganisation(Integer id, String nom, String nature, String cadre, String commune,
    List<Integer> territoires, List<String> parcours, Boolean active) {
  /** Absent lists are empty, an unchecked box is false. */
  public FormulaireDOrganisation {
    nom = nom == null ? "" : nom;
    nature = nature == null ? "" : nature;
    cadre = cadre == null ? "" : cadre;
    commune = commune == null ? "" : commune;
    territoires = territoires == null ? List.of() : territoires.stream().filter(Objects::nonNull).toList();
    parcours = parcours == null ? List.of() : parcours.stream().filter(Objects::nonNull).toList();
    active = Boolean.TRUE.equals(active);
  }

  static FormulaireDOrganisation de(Organisation o) {
    return new FormulaireDOrganisation(o.id(), o.nom(), o.nature(), o.cadre(), o.commune(), o.territoires(), o.parcours(), o.active());
  }

  static FormulaireDOrganisation vide() {
    return new FormulaireDOrganisation(null, "", "EXTERNE", "", "", List.of(), List.of(), true);
  }
}
