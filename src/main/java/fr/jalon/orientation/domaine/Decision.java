package fr.jalon.orientation.domaine;

/** New entrant or not, and why. */
public sealed interface Decision {
  /** She must be oriented. */
  record NouvelEntrant(MotifEntree motif) implements Decision {}

  /** Nothing new to do. */
  record PasNouvelEntrant(RaisonExclusion raison) implements Decision {}
}
