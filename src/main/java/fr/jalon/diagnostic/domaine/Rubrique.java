package fr.jalon.diagnostic.domaine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One part of the global diagnostic: a theme that may weigh, or what she has and wants.
 *
 * @param code    e.g. {@code MOBILITE}
 * @param theme   true when it has a level and may open a frein
 * @param sante   true when it tells of her health: the resource SANTE is asked
 * @param critere criterion of the entry diagnostic that fills in its level, or {@code null}
 * @param rappel  what may not be written here, or {@code null}
 * @param champs  in the order asked
 */
public record Rubrique(String code, String libelle, boolean theme, boolean sante, String critere, String rappel, List<Champ> champs) {
  /** Code of the level of a theme. */
  public static final String NIVEAU = "niveau";

  /** How a field is answered. */
  public enum Genre {
    /** One of the list. */
    CHOIX,
    /** Any of the list: codes with a space between. */
    CASES,
    /** Freely. */
    TEXTE
  }

  /** One field. @param choix label by code, in the order shown; empty for a text */
  public record Champ(String code, String libelle, Genre genre, Map<String, String> choix) {
    /** True when every code is one of the list. */
    public boolean connait(String reponse) {
      return genre == Genre.TEXTE || Arrays.stream(reponse.split(" ")).allMatch(choix::containsKey);
    }

    /** An answer as read on screen; a code that is no longer in the list is shown as it is. */
    public String enClair(String reponse) {
      return reponse == null ? "" : genre == Genre.TEXTE ? reponse
          : Arrays.stream(reponse.split(" ")).map(c -> choix.getOrDefault(c, c)).collect(Collectors.joining(", "));
    }
  }
}
