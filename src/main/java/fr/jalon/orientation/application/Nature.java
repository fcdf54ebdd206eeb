package fr.jalon.orientation.application;

/** Natures of deadlines that this room opens in the register. */
public final class Nature {
  /** To orient a new entrant; its object is the entry. */
  public static final String ORIENTATION = "ORIENTATION";

  /** To review a parcours social; its object is the follow-up. */
  public static final String REEXAMEN_SOCIAL = "REEXAMEN_SOCIAL";

  /** To answer a request of réorientation; its object is the request. */
  public static final String REORIENTATION = "REORIENTATION";

  private Nature() {}
}
