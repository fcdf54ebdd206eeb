package fr.jalon.orientation.domaine;

import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.LocalDate;

/**
 * What the équipe pluridisciplinaire said of a parcours social that goes on (L. 262-31 and L. 262-39 CASF): a fact, dated.
 *
 * @param le   day it examined the situation
 * @param sens for or against
 */
public record Avis(LocalDate le, Sens sens) {
  /** For or against. */
  public enum Sens {
    FAVORABLE("Favorable au maintien"),
    DEFAVORABLE("Défavorable au maintien");

    private final String libelle;

    Sens(String libelle) {
      this.libelle = libelle;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }
  }

  /**
   * As typed.
   *
   * @return {@code null} when neither is given
   * @throws SaisieRefusee when only one of the two is given
   */
  public static Avis de(LocalDate le, String sens) {
    boolean dit = sens != null && !sens.isBlank();
    if (le == null && !dit) {
      return null;
    }
    if (le == null || !dit) {
      throw new SaisieRefusee(le == null ? "avisLe" : "avis",
          new RefusMetier("AVIS_INCOMPLET", "Donnez la date et le sens de l'avis de l'équipe pluridisciplinaire, ou aucun des deux.",
          "L. 262-31 CASF"));
    }
    return new Avis(le, Sens.valueOf(sens));
  }
}
