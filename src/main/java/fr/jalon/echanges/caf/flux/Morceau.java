package fr.jalon.echanges.caf.flux;

/** A piece of a file of the CAF or the MSA, in the order it is read. */
public sealed interface Morceau {
  /** {@code IdentificationFlux}: what the file says of itself. */
  record Tete(Dossier contenu, String schema) implements Morceau {}

  /** A dossier. */
  record UnDossier(Dossier contenu) implements Morceau {}

  /** Totals before the end ({@code TotalisationAcompte}). */
  record Totaux(Dossier contenu) implements Morceau {}

  /** {@code TransmissionFlux}: how many dossiers were sent. */
  record Pied(Dossier contenu) implements Morceau {}

  /** End of the file. */
  record Fin(int ligne) implements Morceau {}
}
