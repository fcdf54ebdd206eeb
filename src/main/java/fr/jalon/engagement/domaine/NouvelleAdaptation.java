package fr.jalon.engagement.domaine;

import fr.jalon.socle.Fautes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A plan with fewer hours, or without weekly hours at the person's request, as read from a form: {@code null} where nothing is, or what is cannot be
 * read (L. 5411-6 code du travail: adapted to her situation, never zero; no weekly hours only when she asks, for two reasons).
 *
 * @param dispense true for a plan without weekly hours; {@code null} when not chosen
 * @param heures   a week, as typed, of a plan with fewer
 * @param enfantDe years old of the youngest child, as typed, for who is alone without child care
 * @param cle      number of the form: sent twice, it is written once
 */
public record NouvelleAdaptation(long personneId, Boolean dispense, String heures, MotifDAdaptation motif, boolean demandeeParElle, String enfantDe,
    PreuveDAdaptation preuve, LocalDate preuveVueLe, LocalDate depuis, LocalDate aRevoirLe, UUID cle) {
  private static final String ARTICLE = "L. 5411-6 du code du travail";

  /** What the Département holds to that day. @param cible hours the law asks; @param age of the child below which child care counts; @param moisMax
   * the longest time before a review */
  public record Regles(int cible, int age, int moisMax) {}

  /** @throws fr.jalon.socle.SaisieRefusee with every field that is wrong */
  public void verifier(Regles regles, LocalDate aujourdhui) {
    Fautes f = new Fautes();
    f.exiger(dispense != null, "dispense", "ADAPTATION_LAQUELLE", "Choisissez : moins d'heures, ou pas de durée hebdomadaire.");
    f.exiger(motif != null, "motif", "ADAPTATION_SANS_MOTIF", "Choisissez la raison. La maladie ne s'écrit jamais.");
    if (Boolean.FALSE.equals(dispense)) {
      exigerLesHeures(f, regles);
    }
    if (Boolean.TRUE.equals(dispense)) {
      f.exiger(motif == null || motif.dispense(), "motif", "DISPENSE_POUR_SITUATION",
          "Une situation personnelle permet moins d'heures, jamais aucune : choisissez « Moins d'heures », ou une autre raison si elle est vraie.",
          ARTICLE);
      f.exiger(demandeeParElle, "demandee", "DISPENSE_NON_DEMANDEE",
          "Un plan sans durée hebdomadaire se fait à la demande de la personne : cochez si elle le demande, sinon choisissez « Moins d'heures ».",
          ARTICLE);
    }
    if (motif == MotifDAdaptation.PARENT_ISOLE_SANS_GARDE) {
      f.exiger(enfantDe != null && enfantDe.matches("\\d{1,2}"), "enfantDe", "AGE_DE_L_ENFANT", "Indiquez l'âge du plus jeune enfant, en années.");
      f.exiger(!f.bon("enfantDe") || Integer.parseInt(enfantDe) < regles.age(), "enfantDe", "ENFANT_TROP_GRAND",
          "La loi parle d'un enfant de moins de %d ans : choisissez « Autre situation personnelle », qui permet moins d'heures."
              .formatted(regles.age()), ARTICLE);
    }
    exigerLaPreuve(f, aujourdhui);
    exigerLesJours(f, regles, aujourdhui);
    f.lever();
  }

  private void exigerLesHeures(Fautes f, Regles regles) {
    Integer minutes = f.lire("heures", () -> DureeSaisie.lire(heures));
    if (minutes != null) {
      f.exiger(minutes > 0, "heures", "ADAPTATION_A_ZERO", "Un plan adapté garde des heures, jamais zéro. Sans durée hebdomadaire, c'est une dispense : "
          + "pour la santé, le handicap, l'invalidité, ou un parent seul sans garde, et seulement si la personne le demande.", ARTICLE);
      f.exiger(minutes < regles.cible() * 60, "heures", "ADAPTATION_SANS_BAISSE",
          "Un plan adapté demande moins de %d heures : à partir de là, il n'y a rien à adapter.".formatted(regles.cible()), ARTICLE);
      f.exiger(minutes % 30 == 0, "heures", "ADAPTATION_PAR_DEMI_HEURE", "Arrondissez à la demi-heure : 7, 7,5 ou 7h30.");
    }
  }

  private void exigerLaPreuve(Fautes f, LocalDate aujourdhui) {
    f.exiger(preuve != null, "preuve", "ADAPTATION_SANS_PREUVE", "Dites sur quoi cela repose : un papier vu, ou ce que dit la personne.");
    boolean papier = preuve != null && preuve != PreuveDAdaptation.DITE;
    f.exiger(!papier || preuveVueLe != null, "preuveVueLe", "PREUVE_SANS_JOUR", "Indiquez le jour où vous avez vu ce papier.");
    f.exiger(!papier || preuveVueLe == null || !preuveVueLe.isAfter(aujourdhui), "preuveVueLe", "PREUVE_VUE_DEMAIN",
        "Ce jour n'est pas encore arrivé : indiquez celui où vous avez vu le papier.");
  }

  private void exigerLesJours(Fautes f, Regles regles, LocalDate aujourdhui) {
    f.exiger(depuis != null, "depuis", "ADAPTATION_SANS_DEBUT", "Indiquez depuis quel jour.");
    f.exiger(aRevoirLe != null, "aRevoirLe", "ADAPTATION_SANS_REVUE",
        "Indiquez le jour où revoir la situation ensemble : un plan adapté n'est jamais sans fin.");
    f.exiger(aRevoirLe == null || aRevoirLe.isAfter(aujourdhui), "aRevoirLe", "REVUE_PASSEE",
        "Ce jour est passé : choisissez un jour à venir pour revoir la situation ensemble.");
    f.exiger(aRevoirLe == null || depuis == null || aRevoirLe.isAfter(depuis), "aRevoirLe", "REVUE_AVANT_DEBUT",
        "La situation se revoit après le premier jour du plan adapté : corrigez l'un des deux jours.");
    f.exiger(aRevoirLe == null || depuis == null || !aRevoirLe.isAfter(depuis.plusMonths(regles.moisMax())), "aRevoirLe", "REVUE_TROP_LOIN",
        "La situation se revoit au plus tard %d mois après : choisissez un jour plus proche.".formatted(regles.moisMax()));
  }

  /** Hours a week, {@code null} for a plan without. */
  public BigDecimal parSemaine() {
    return Boolean.TRUE.equals(dispense) ? null : BigDecimal.valueOf(DureeSaisie.lire(heures)).divide(BigDecimal.valueOf(60), 1,
        java.math.RoundingMode.HALF_UP);
  }
}
