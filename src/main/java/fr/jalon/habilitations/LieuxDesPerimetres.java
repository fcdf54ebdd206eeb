package fr.jalon.habilitations;

import java.util.Collection;
import java.util.List;

/** The territories and organisations a perimeter is made of, by name; told by {@code structures}, which stands above. */
public interface LieuxDesPerimetres {
  /** A territory or an organisation. */
  record Lieu(int id, String nom) {}

  /** Every territory, in the order shown. */
  List<Lieu> territoires();

  /** Every organisation, by name, with those that take nobody any more when asked. */
  List<Lieu> organisations(boolean fermees);

  /** The names of those of these numbers, in the order of the list. */
  static List<String> noms(List<Lieu> lieux, Collection<Integer> numeros) {
    return lieux.stream().filter(l -> numeros.contains(l.id())).map(Lieu::nom).toList();
  }
}
