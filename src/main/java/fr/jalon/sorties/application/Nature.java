package fr.jalon.sorties.application;

/** Natures of deadlines that this room opens in the register. */
public final class Nature {
  /** An exit that the file proposes is completed; its object is the exit. */
  public static final String A_COMPLETER = "SORTIE_A_COMPLETER";
  /** Who left for work or training is called; its object is the call. */
  public static final String RAPPEL = "RAPPEL_DE_SORTIE";

  private Nature() {}
}
