package fr.jalon.handicap.application;

import java.util.List;

/** Natures of deadlines that this room opens in the register; who reads them holds HANDICAP (V0700). */
public final class Nature {
  /** The MDPH answers; its object is the file. */
  public static final String DECISION = "DECISION_MDPH";
  /** The person may ask it to look again; its object is the file. */
  public static final String RECOURS = "RECOURS_MDPH";
  /** The MDPH answers that; its object is the file. */
  public static final String REPONSE_AU_RECOURS = "REPONSE_AU_RECOURS_MDPH";
  /** A right ends, to be asked again before; its object is the answer that granted it. */
  public static final String RENOUVELLEMENT = "RENOUVELLEMENT_MDPH";
  /** Those about a file. */
  static final List<String> DU_DOSSIER = List.of(DECISION, RECOURS, REPONSE_AU_RECOURS);

  private Nature() {}
}
