package fr.jalon.sorties.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;

/**
 * What is said of an exit, as read from a form or a spreadsheet.
 *
 * @param raison {@code null} when none is chosen
 * @param le     first day of the job or of the training; else the day her right ended
 * @param source who said it, {@code null} when none is chosen
 */
public record SortieDite(RaisonDeSortie raison, LocalDate le, SourceDeSortie source, Poste poste) {
  /**
   * What can be said without her file.
   *
   * @param premierDroit first day she is known in the RSA, {@code null} when no file knows her
   * @throws fr.jalon.socle.SaisieRefusee with every field that is wrong
   */
  public void verifier(LocalDate aujourdhui, LocalDate premierDroit) {
    Fautes fautes = new Fautes().exiger(raison != null, "raison", "SORTIE_SANS_RAISON", "Choisissez pourquoi elle sort.")
        .exiger(source != null, "source", "SORTIE_SANS_SOURCE", "Dites qui vous l'a appris.")
        .exiger(le != null, "le", "JOUR_DE_LA_SORTIE", "Indiquez le jour.")
        .exiger(le == null || !le.isAfter(aujourdhui), "le", "SORTIE_A_VENIR",
            "Ce jour n'est pas encore arrivé : notez la sortie quand elle a commencé.")
        .exiger(le == null || premierDroit == null || !le.isBefore(premierDroit), "le", "SORTIE_AVANT_LE_DROIT",
            "Ce jour est avant le début de son RSA : vérifiez-le.");
    if (raison != null) {
      poste.pour(raison).verifier(raison, le, fautes);
    }
    fautes.lever();
  }

  /** What is kept of the job: nothing of what the reason does not have. */
  public Poste posteTenu() {
    return poste.pour(raison);
  }
}
