package fr.jalon.allocataires.constat;

import java.util.List;

/**
 * A foyer as one file states it at one date.
 *
 * @param cle       what identifies the claim at its payer
 * @param empreinte 16 bytes over everything the file says of this foyer: equal means nothing to look at
 * @param personnes the persons of the foyer, at least one
 * @param droit     state of the right and family situation
 * @param adresse   present address, or {@code null} when the file gives none
 * @param montant   amounts of the calculation, or {@code null} when the file gives none
 * @param ligne     line of the file where the foyer starts (0 outside a file)
 */
public record FoyerConstate(CleFoyer cle, byte[] empreinte, List<PersonneConstatee> personnes, DroitConstate droit,
    AdresseConstatee adresse, MontantConstate montant, int ligne) {
  /** Defensive copy of the list. */
  public FoyerConstate {
    personnes = List.copyOf(personnes);
  }
}
