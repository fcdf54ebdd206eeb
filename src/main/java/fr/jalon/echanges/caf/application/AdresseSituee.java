package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.constat.AdresseConstatee;
import fr.jalon.structures.Structures;
import java.util.function.UnaryOperator;

/**
 * The commune of an address as payers write it: often only its post code and name. A code that the Département does not know (empty, zeros, a
 * commune that merged) gives way to the name, as in spreadsheets; a commune of another Département is left as it is.
 */
final class AdresseSituee {
  private AdresseSituee() {}

  static UnaryOperator<AdresseConstatee> par(Structures structures) {
    // read the communes here, once: the addresses are read by several threads
    structures.communeReconnue(null, null, null);
    return a -> {
      String commune = structures.communeReconnue(a.commune(), a.codePostal(), a.nomCommune());
      return java.util.Objects.equals(commune, a.commune()) ? a
          : new AdresseConstatee(a.emmenagement(), a.lignes(), a.codePostal(), commune, a.nomCommune(), a.pays(), a.type(), a.etat());
    };
  }
}
