package fr.jalon.rendezvous;

import fr.jalon.rendezvous.domaine.LieuDit;

/**
 * A place where persons are received.
 *
 * @param id         {@code null} for one not recorded yet
 * @param commune    INSEE code
 * @param territoire id of the territory that keeps it
 * @param capacite   persons the room takes
 * @param telephone  number given to the persons
 */
public record LieuDeRendezVous(Integer id, String nom, String adresse, String codePostal, String commune, String nomCommune,
    int territoire, boolean accessible,
    int capacite, String telephone, boolean actif) {
  /** What the persons are told of it. */
  public LieuDit dit() {
    return LieuDit.de(nom, adresse, codePostal, nomCommune, accessible, telephone);
  }
}
