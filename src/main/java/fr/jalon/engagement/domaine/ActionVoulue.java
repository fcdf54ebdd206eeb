package fr.jalon.engagement.domaine;

import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.Fautes;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An action of a contract, as written with the person.
 *
 * @param activite code of its kind, {@code null} when it is none of the list
 * @param heures   a week, {@code null} when it is not a number
 */
@DonneeDeSante
public record ActionVoulue(String libelle, String activite, QuiAgit qui, LocalDate depuis, LocalDate jusquAu, BigDecimal heures) {
  /** Longest text, in characters. */
  public static final int LONG = 200;

  /**
   * @param debut     first day of the version; @param fin its last
   * @param heuresMax a week, all actions together; @param autres those of the other actions that run at the same time
   * @throws fr.jalon.socle.SaisieRefusee with every field that is wrong
   */
  public void verifier(LocalDate debut, LocalDate fin, BigDecimal heuresMax, BigDecimal autres) {
    Fautes fautes = new Fautes()
        .exiger(libelle != null && !libelle.isBlank(), "libelle", "ACTION_DU_CONTRAT_VIDE", "Dites en quelques mots ce qui sera fait.")
        .exiger(libelle == null || libelle.length() <= LONG, "libelle", "TEXTE_TROP_LONG",
            "Ce texte est trop long : gardez %d caractères au plus.".formatted(LONG))
        .exiger(activite != null, "activite", "ACTIVITE_INCONNUE", "Choisissez le genre d'activité.")
        .exiger(qui != null, "qui", "QUI_FAIT_L_ACTION", "Dites qui fait cette action.");
    dates(fautes, debut, fin);
    fautes.exiger(heures != null && heures.signum() >= 0, "heures", "HEURES_DE_L_ACTION",
            "Indiquez un nombre d'heures par semaine : 2, ou 1,5 ; 0 si elle n'en demande pas.")
        .exiger(heures == null || heures.signum() < 0 || heures.add(autres).compareTo(heuresMax) <= 0, "heures", "TROP_D_HEURES",
            "Avec les autres actions, cela dépasse %s heures par semaine : vérifiez ce nombre.".formatted(heuresMax.toPlainString())).lever();
  }

  private void dates(Fautes fautes, LocalDate debut, LocalDate fin) {
    fautes.exiger(depuis != null, "depuis", "DEBUT_DE_L_ACTION", "Indiquez le premier jour de l'action.")
        .exiger(jusquAu != null, "jusquAu", "FIN_DE_L_ACTION", "Indiquez le dernier jour de l'action.")
        .exiger(depuis == null || jusquAu == null || !jusquAu.isBefore(depuis), "jusquAu", "ACTION_FINIT_AVANT",
            "Le dernier jour est avant le premier : vérifiez les deux dates.")
        .exiger(depuis == null || !depuis.isBefore(debut), "depuis", "ACTION_HORS_DU_CONTRAT",
            "L'action commence avant le contrat : choisissez un jour dans ses dates, ou changez celles du contrat.")
        .exiger(jusquAu == null || !jusquAu.isAfter(fin), "jusquAu", "ACTION_HORS_DU_CONTRAT",
            "L'action finit après le contrat : choisissez un jour dans ses dates, ou changez celles du contrat.");
  }

  /** True when it runs at the same time as another. */
  public boolean pendant(LocalDate autreDepuis, LocalDate autreJusquAu) {
    return depuis != null && jusquAu != null && !depuis.isAfter(autreJusquAu) && !jusquAu.isBefore(autreDepuis);
  }
}
