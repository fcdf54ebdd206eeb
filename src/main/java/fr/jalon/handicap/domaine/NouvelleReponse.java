package fr.jalon.handicap.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * What was answered for one right, as read from a form.
 *
 * @param depuis first day of a right granted; @param jusquAu its last, {@code null} with none
 * @param sansLimite true when it is granted for good
 */
public record NouvelleReponse(DroitMdph droit, SensDeLaReponse sens, LocalDate depuis, LocalDate jusquAu, boolean sansLimite) {
  /** The field of this right: {@code depuis-RQTH}. */
  public String champ(String nom) {
    return nom + "-" + droit.name();
  }

  /** @param mois how long this right lasts at most; @param connu true for a day when such rights were answered by an MDPH (L. 146-3 CASF) */
  public void verifier(Fautes fautes, int mois, Predicate<LocalDate> connu) {
    if (sens != SensDeLaReponse.ACCORDE) {
      return;
    }
    fautes.exiger(depuis != null, champ("depuis"), "DROIT_SANS_DEBUT", "Recopiez le premier jour du droit, écrit sur la décision.")
        .exiger(depuis == null || connu.test(depuis), champ("depuis"), "DROIT_AVANT_LES_MDPH",
            "Les MDPH n'existaient pas encore ce jour-là : vérifiez l'année.")
        .exiger(jusquAu != null || sansLimite, champ("jusquAu"), "DROIT_SANS_FIN",
                "Recopiez le dernier jour du droit, ou cochez « Sans limite de durée ».")
        .exiger(jusquAu == null || !sansLimite, champ("jusquAu"), "DROIT_AVEC_ET_SANS_FIN",
            "Un droit a une fin ou n'en a pas : effacez la date, ou décochez « Sans limite de durée ».");
    if (depuis != null && jusquAu != null) {
      fautes.exiger(jusquAu.isAfter(depuis), champ("jusquAu"), "DROIT_FINI_AVANT", "Ce droit finirait avant de commencer : vérifiez les deux jours.")
          .exiger(!jusquAu.isAfter(depuis.plusMonths(mois)), champ("jusquAu"), "DROIT_TROP_LONG",
              "C'est plus que les %d ans de ce droit : vérifiez l'année, ou cochez « Sans limite de durée ».".formatted(mois / 12));
    }
  }
}
