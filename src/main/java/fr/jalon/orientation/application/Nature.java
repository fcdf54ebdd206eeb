package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.FinDuDelai;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Natures of deadlines that this room opens in the register. */
public final class Nature {
  /** To orient a new entrant; its object is the entry. */
  public static final String ORIENTATION = "ORIENTATION";

  /** To review a parcours social; its object is the follow-up. */
  public static final String REEXAMEN_SOCIAL = "REEXAMEN_SOCIAL";

  /** To answer a request of réorientation; its object is the request. */
  public static final String REORIENTATION = "REORIENTATION";

  /** Where one of the Département's own delays ends otherwise than by the orientation; their object is the entry, their name that of the end. */
  public static final List<String> VISEES = Arrays.stream(FinDuDelai.values()).filter(f -> f != FinDuDelai.ORIENTATION).map(Enum::name).toList();

  /** All those whose object is an entry. */
  public static final List<String> DES_ENTREES = Stream.concat(Stream.of(ORIENTATION), VISEES.stream()).toList();

  /** Persons soumises whom nobody follows nor awaits: counted each night, and never due to anyone. */
  public static final String SANS_SUIVI = "SANS_SUIVI";

  private Nature() {}
}
