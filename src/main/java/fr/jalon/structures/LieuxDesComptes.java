package fr.jalon.structures;

import fr.jalon.habilitations.LieuxDesPerimetres;
import java.util.List;
import org.springframework.stereotype.Component;

/** The names of the places that accounts are given. */
@Component
class LieuxDesComptes implements LieuxDesPerimetres {
  private final Structures structures;

  LieuxDesComptes(Structures structures) {
    this.structures = structures;
  }

  @Override
  public List<Lieu> territoires() {
    return structures.territoires().stream().map(t -> new Lieu(t.id(), t.nom())).toList();
  }

  @Override
  public List<Lieu> organisations(boolean fermees) {
    return structures.organisations().stream().filter(o -> fermees || o.active()).map(o -> new Lieu(o.id(), o.nom())).toList();
  }
}
