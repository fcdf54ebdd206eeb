package fr.jalon.engagement.application;

/** Natures of deadlines that this room opens in the register. */
public final class Nature {
  /** The contract is drawn up and signed; its object is the follow-up. */
  public static final String CONTRAT = "CONTRAT_ENGAGEMENT";
  /** A contract ends, to be renewed before; its object is the contract. */
  public static final String RENOUVELLEMENT = "RENOUVELLEMENT_CONTRAT";

  private Nature() {}
}
