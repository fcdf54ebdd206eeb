package fr.jalon.allocataires;

/**
 * A choice that a room above adds to the « Suivi » filter of the list of persons: a bean of that room.
 *
 * @param code      in the URL
 * @param libelle   as shown
 * @param condition in SQL, on {@code s}, a row of {@code allocataires.situation}; constant text, nothing typed enters it
 */
public record FiltreDeSuivi(String code, String libelle, String condition) {
  /** The code of the persons whom the agent herself follows. */
  public static final String MIENS = "miens";
}
