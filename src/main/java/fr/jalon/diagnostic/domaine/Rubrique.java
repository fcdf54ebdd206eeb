package fr.jalon.diagnostic.domaine;

import fr.jalon.ecran.Francais;
import fr.jalon.parametres.Metier;
import fr.jalon.parametres.Metiers;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
 * @param bilan   true for a themed assessment: made by somebody on a day, asked only when there is one
 * @param actions what may be done about a theme: label by code, in the order shown; empty for what is not a theme
 */
public record Rubrique(String code, String libelle, boolean theme, boolean sante, String critere, String rappel, boolean bilan,
    List<Champ> champs, Map<String, String> actions) {
  /** Code of the level of a theme. */
  public static final String NIVEAU = "niveau";
  private static final int PROCHES = 5;

  /** How a field is answered. */
  public enum Genre {
    /** One of the list. */
    CHOIX,
    /** Any of the list: codes with a space between. */
    CASES,
    /** Freely. */
    TEXTE,
    /** Freely, on one line. */
    LIGNE,
    /** A whole number, from zero. */
    NOMBRE,
    /** A day. */
    JOUR,
    /** Métiers of the ROME, the most wished first: {@code G1602 Personnel de cuisine}, one a line, as they were called that day. */
    METIERS
  }

  /** One field. @param choix label by code, in the order shown; empty for a text or a number; @param max the greatest number, or how many métiers */
  public record Champ(String code, String libelle, Genre genre, Map<String, String> choix, int max) {
    /** True when every code is one of the list, and a number is one, not too great. */
    public boolean connait(String reponse) {
      return switch (genre) {
        case TEXTE, LIGNE -> true;
        case JOUR -> jour(reponse) != null;
        case METIERS -> quoiFaire(reponse) == null;
        case NOMBRE -> reponse.matches("\\d{1,4}") && Integer.parseInt(reponse) <= max;
        case CHOIX, CASES -> Arrays.stream(reponse.split(" ")).allMatch(choix::containsKey);
      };
    }

    /** Which of several fields is wrong first, from 1; 1 when none is. */
    public int fautif(String reponse) {
      if (genre != Genre.METIERS || reponse == null) {
        return 1;
      }
      List<String> ecrits = reponse.lines().toList();
      for (int i = 0; i < ecrits.size(); i++) {
        if (i >= max || ecrits.subList(0, i).contains(ecrits.get(i)) || Metiers.connus().reconnaitre(ecrits.get(i)).isEmpty()) {
          return Math.min(i + 1, max);
        }
      }
      return 1;
    }

    /** The name of one of several fields. @param i from 1 */
    public static String rang(String champ, int i) {
      return i == 1 ? champ : champ + "-" + i;
    }

    /** What to do about métiers that are not chosen yet, {@code null} when all are of the list, each once and not too many. */
    public String quoiFaire(String reponse) {
      List<String> ecrits = reponse.lines().toList();
      if (ecrits.size() > max || ecrits.stream().distinct().count() < ecrits.size()) {
        return "Choisissez %d métiers au plus, chacun une fois.".formatted(max);
      }
      return ecrits.stream().filter(e -> Metiers.connus().reconnaitre(e).isEmpty()).findFirst().map(Champ::proposer).orElse(null);
    }

    private static String proposer(String ecrit) {
      List<Metier> proches = Metiers.connus().chercher(ecrit, PROCHES + 1);
      return "« %s » n'est pas un métier de la liste : ".formatted(ecrit) + (proches.isEmpty()
          ? "cherchez avec d'autres mots, ou gardez-le dans « autre métier »."
          : "est-ce " + proches.stream().limit(PROCHES).map(Metier::enClair).collect(Collectors.joining(" ; ")) + " ? "
              + (proches.size() > PROCHES ? "D'autres y répondent : ajoutez un mot." : "Écrivez l'un d'eux ou son code."));
    }

    /** The day that an answer is, {@code null} when it is none. @param reponse {@code 2025-03-03}; may be {@code null} */
    public static LocalDate jour(String reponse) {
      try {
        return reponse == null ? null : LocalDate.parse(reponse);
      } catch (DateTimeParseException _) {
        return null;
      }
    }

    /** An answer as read on screen; a code that is no longer in the list is shown as it is. */
    public String enClair(String reponse) {
      if (genre == Genre.METIERS && reponse != null) {
        return String.join(", puis ", reponse.lines().toList());
      }
      LocalDate jour = genre == Genre.JOUR ? jour(reponse) : null;
      return jour != null ? Francais.date(jour) : reponse == null ? "" : choix.isEmpty() ? reponse
          : Arrays.stream(reponse.split(" ")).map(c -> choix.getOrDefault(c, c)).collect(Collectors.joining(", "));
    }
  }
}
