package fr.jalon.rendezvous.application;

import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.socle.RefusMetier;

/**
 * The right of a person to convoke, as the files tell it; nothing for who came by a spreadsheet.
 *
 * @param foyerId her foyer, {@code null} when no file tells one
 * @param etat    code of the right, {@code null} without foyer
 * @param aCharge she depends on others there, and has no right of her own
 * @param horsRsa she is followed outside the RSA today: her individual appointments rest on no right
 */
record DroitConnu(Long foyerId, String etat, boolean aCharge, boolean horsRsa) {
  /** Joins to a person {@code p} the place {@code x} where she counts today, with the right she has there. */
  static final String JOINTURE = """
      left join lateral allocataires.place_de(array[p.id], 'infinity') x on x.presente and x.etat is not null
      """;

  /** The same for an individual appointment, which who is followed outside the RSA has without any right. @throws RefusMetier likewise */
  void verifierOuvertOuHorsRsa() {
    if (!horsRsa) {
      verifierOuvert();
    }
  }

  /** @throws RefusMetier when the right is closed, refused, or no longer in the payer's file */
  void verifierOuvert() {
    if (foyerId != null && aCharge) {
      throw new RefusMetier("A_CHARGE",
          "Cette personne est à charge dans un foyer : elle n'a pas de droit au RSA qui soit à elle, et n'est pas à convoquer.", "L. 262-28 CASF");
    }
    if (foyerId != null && new Mouvement.Situation(etat, false, null, foyerId).ferme()) {
      throw new RefusMetier("DROIT_CLOS", "Le droit au RSA de cette personne est fermé : elle n'est pas à convoquer.", "L. 262-29 CASF");
    }
  }
}
