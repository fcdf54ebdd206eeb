package fr.jalon.papiers.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;

/**
 * A kind of paper, and its rule.
 *
 * @param validite    until when one is good once seen
 * @param mois        months it is good, with {@link Validite#DUREE}; 0 otherwise
 * @param copie       true when a copy may be kept; otherwise it is looked at and given back
 * @param reservee    true when its copy is read by those alone who hold {@code PAPIERS_RESERVES}
 * @param copieMois   months its copy is kept once the paper is no longer good, or the follow-up is over
 * @param plusieurs   true when a person may have several that are good: one does not make the other useless
 * @param piece       name of the same paper at a collective information, or {@code null}
 * @param confiance   H, M or L; @param source where its rule comes from
 */
public record GenreDePapier(String code, String libelle, Validite validite, int mois, boolean copie, boolean reservee, int copieMois,
    boolean plusieurs, String piece, String confiance, String source) {
  /** Until when a paper is good. */
  public enum Validite {
    /** Until the day written on it. */
    ECRITE,
    /** For some months from the day it was seen. */
    DUREE,
    /** As long as nothing changes. */
    SANS_FIN
  }

  /** True when the day is written on it and must be typed. */
  public boolean jourEcrit() {
    return validite == Validite.ECRITE;
  }

  /**
   * Last day it is good, {@code null} when nothing ends it.
   *
   * @param vuLe  the day it was seen; @param ecrite the day written on it, read for the kinds that bear one
   */
  public LocalDate valableJusquAu(LocalDate vuLe, LocalDate ecrite) {
    return switch (validite) {
      case ECRITE -> ecrite;
      case DUREE -> vuLe.plusMonths(mois);
      case SANS_FIN -> null;
    };
  }

  /** What is said of it in a list of kinds: « jusqu'à la date écrite dessus », « 12 mois », « sans limite ». */
  public String duree() {
    return switch (validite) {
      case ECRITE -> "jusqu'à la date écrite dessus";
      case DUREE -> mois + " mois";
      case SANS_FIN -> "sans limite";
    };
  }

  /** The day it was seen is over or today; the day written on it is not before. @param genre {@code null} when none was chosen */
  public static void exigerLesJours(Fautes fautes, GenreDePapier genre, LocalDate vuLe, LocalDate ecrite, LocalDate aujourdhui) {
    fautes.exiger(vuLe != null, "vuLe", "JOUR_DU_PAPIER", "Indiquez le jour où vous l'avez vu.")
        .exiger(vuLe == null || !vuLe.isAfter(aujourdhui), "vuLe", "PAPIER_VU_DEMAIN",
            "Ce jour n'est pas encore arrivé : un papier se note une fois vu. Pour l'attendre, demandez-le.");
    if (genre != null && genre.jourEcrit()) {
      fautes.exiger(ecrite != null, "jusquAu", "PAPIER_SANS_FIN", "Recopiez la date de fin de validité écrite sur le papier.")
          .exiger(ecrite == null || vuLe == null || !ecrite.isBefore(vuLe), "jusquAu", "PAPIER_DEJA_PERIME",
              "Ce papier n'était plus valable le jour où vous l'avez vu : demandez-en un autre à la personne.");
    }
  }
}
