package fr.jalon.orientation.domaine;

import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;

/**
 * Why nobody follows a person who should be followed: what stays written when no orientation answers.
 *
 * @param raison    in a few words, not empty
 * @param aRevoirLe the day she comes back into the list
 */
public record RaisonSansSuivi(long personneId, String raison, LocalDate aRevoirLe) {
  private static final int MOIS_AU_PLUS = 12;

  /** Blank words are none. */
  public RaisonSansSuivi {
    raison = raison == null || raison.isBlank() ? null : raison.strip();
  }

  /** @throws RefusMetier without a reason, or without a day to come within twelve months: nobody is left aside for ever */
  public void verifier(LocalDate aujourdhui) {
    if (raison == null) {
      throw new RefusMetier("MOTIF_ABSENT", "Dites pourquoi personne ne la suit, en quelques mots.");
    }
    if (aRevoirLe == null || !aRevoirLe.isAfter(aujourdhui) || aRevoirLe.isAfter(aujourdhui.plusMonths(MOIS_AU_PLUS))) {
      throw new RefusMetier("DATE_A_REVOIR", "Indiquez quand la situation est à revoir : après aujourd'hui, dans les douze mois.");
    }
  }
}
