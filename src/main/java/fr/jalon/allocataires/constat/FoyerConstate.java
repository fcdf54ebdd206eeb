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
 * @param anomalies what was left aside in it
 */
public record FoyerConstate(CleFoyer cle, byte[] empreinte, List<PersonneConstatee> personnes, DroitConstate droit,
    AdresseConstatee adresse, MontantConstate montant, int ligne, List<Anomalie> anomalies) {
  /** Something wrong that does not prevent the rest from being read. The value of a NIR is never given. */
  public record Anomalie(int ligne, String balise, String raison) {}

  /** Defensive copies. */
  public FoyerConstate {
    personnes = List.copyOf(personnes);
    anomalies = List.copyOf(anomalies);
  }

  /** A foyer of which nothing was left aside. */
  public FoyerConstate(CleFoyer cle, byte[] empreinte, List<PersonneConstatee> personnes, DroitConstate droit, AdresseConstatee adresse,
      MontantConstate montant, int ligne) {
    this(cle, empreinte, personnes, droit, adresse, montant, ligne, List.of());
  }
}
