package fr.jalon.courriers;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The letters that an act just wrote: what the page that follows it offers to print.
 *
 * @param modele      code of the model
 * @param objets      the rows of the asking room they are about
 * @param aImprimer   how many wait to be printed
 * @param sansAdresse how many wait for an address
 */
public record LettresDUnActe(String modele, List<Long> objets, int aImprimer, int sansAdresse) implements Serializable {
  /** Name under which the next page finds it. */
  public static final String CLE = "lettresDUnActe";

  /** True when there is something to say. */
  public boolean aDire() {
    return aImprimer + sansAdresse > 0;
  }

  /** The objects as a form carries them: {@code 12,34}. */
  public String enTexte() {
    return objets.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
