package fr.jalon.structures;

import fr.jalon.ecran.ValeursDesFiltres;
import org.springframework.stereotype.Component;

/** The territories, organisations and référents that filters name: those of a view kept long ago may be no more. */
@Component
class LieuxDesFiltres implements ValeursDesFiltres {
  private final Structures structures;

  LieuxDesFiltres(Structures structures) {
    this.structures = structures;
  }

  @Override
  public boolean connue(String filtre, Object valeur) {
    return !(valeur instanceof Integer id) || id == 0 || switch (filtre) {
      case "territoire" -> structures.territoires().stream().anyMatch(t -> t.id() == id);
      case "organisation" -> structures.organisations().stream().anyMatch(o -> o.id() == id);
      case "referent" -> structures.referent(id).filter(Referent::actif).isPresent();
      default -> true;
    };
  }
}
