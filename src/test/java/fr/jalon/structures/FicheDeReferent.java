package fr.jalon.structures;

import fr.jalon.habilitations.Navigateur;
import java.util.Map;

/** A référent of its own for a test, made by the pages as the administration makes one: an organisation outside the Département, and her record. */
public final class FicheDeReferent {
  private FicheDeReferent() {}

  /**
   * Her record.
   *
   * @param organisation name of the organisation, that nobody else bears; @param nom hers, likewise
   * @param territoires  numbers with commas; @param parcours codes with commas
   */
  public static Referent creer(Navigateur administration, Structures structures, String organisation, String nom,
      String territoires, String parcours) {
    administration.poster("/structures/organisations",
        Map.of("nom", organisation, "nature", "EXTERNE", "territoires", territoires, "parcours", parcours, "active", "true"));
    int id = structures.organisations().stream().filter(o -> o.nom().equals(organisation)).findFirst().orElseThrow().id();
    administration.poster("/structures/referents", Map.of("organisation", "" + id, "nom", nom, "etp", "1", "actif", "true"));
    return structures.referents().stream().filter(r -> r.nom().equals(nom)).findFirst().orElseThrow();
  }
}
