package fr.jalon.engagement.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;

/**
 * The frame of a version: its dates, its intensity, what each undertakes.
 *
 * @param motif what it changes, for an amendment; may be empty
 */
public record Cadre(LocalDate depuis, LocalDate jusquAu, Intensite intensite, String engagementsPersonne, String engagementsReferent, String motif) {
  /** Longest text of undertakings, in characters. */
  public static final int LONG = 4000;

  /**
   * @param moisAuPlus longest contract, in months
   * @param amende     true for a version that changes another: it says what
   * @throws fr.jalon.socle.SaisieRefusee with every field that is wrong
   */
  public void verifier(int moisAuPlus, boolean amende) {
    Fautes fautes = new Fautes().exiger(depuis != null, "depuis", "DEBUT_DU_CONTRAT", "Indiquez le premier jour du contrat.")
        .exiger(jusquAu != null, "jusquAu", "FIN_DU_CONTRAT", "Indiquez le dernier jour du contrat.")
        .exiger(depuis == null || jusquAu == null || !jusquAu.isBefore(depuis), "jusquAu", "FIN_AVANT_LE_DEBUT",
            "Le dernier jour est avant le premier : vérifiez les deux dates.")
        .exiger(depuis == null || jusquAu == null || jusquAu.isBefore(depuis) || jusquAu.isBefore(depuis.plusMonths(moisAuPlus)), "jusquAu",
            "CONTRAT_TROP_LONG",
                    "Un contrat dure %d mois au plus ici : choisissez une fin plus proche, il se renouvelle ensuite.".formatted(moisAuPlus))
        .exiger(intensite != null, "intensite", "INTENSITE_DU_CONTRAT", "Choisissez l'intensité de l'accompagnement.");
    texte(fautes, "engagementsPersonne", engagementsPersonne);
    texte(fautes, "engagementsReferent", engagementsReferent);
    if (amende) {
      Jours.raison(fautes, "motif", motif);
    }
    fautes.lever();
  }

  private static void texte(Fautes fautes, String champ, String texte) {
    fautes.exiger(texte != null && !texte.isBlank(), champ, "ENGAGEMENTS_VIDES", "Dites à quoi chacun s'engage : les engagements sont réciproques.")
        .exiger(texte == null || texte.length() <= LONG, champ, "TEXTE_TROP_LONG",
            "Ce texte est trop long : gardez %d caractères au plus.".formatted(LONG));
  }
}
