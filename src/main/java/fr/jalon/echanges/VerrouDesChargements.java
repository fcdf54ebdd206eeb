package fr.jalon.echanges;

/** The number of the PostgreSQL lock under which persons and rights are written: one load at a time, whoever starts it. */
public final class VerrouDesChargements {
  /** To give to {@code pg_advisory_xact_lock}. */
  public static final long NUMERO = 0x4a414c4f4eL;

  private VerrouDesChargements() {}
}
