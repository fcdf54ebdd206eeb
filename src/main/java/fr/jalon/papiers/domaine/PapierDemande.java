package fr.jalon.papiers.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A paper asked of a person, as read from a form.
 *
 * @param pourLe the day it is awaited; @param raison why, empty when nothing is said
 * @param cle    number of the form: sent twice, it is asked once
 */
public record PapierDemande(long personneId, GenreDePapier genre, LocalDate pourLe, String raison, UUID cle) {
  /** Longest reason, in characters. */
  public static final int RAISON = 300;

  /** Every field that is wrong. */
  public Fautes fautes(LocalDate aujourdhui) {
    return new Fautes().exiger(genre != null, "genre", "GENRE_DU_PAPIER_DEMANDE", "Choisissez le papier à demander.")
        .exiger(pourLe != null, "pourLe", "JOUR_DU_PAPIER_DEMANDE", "Indiquez le jour où vous l'attendez.")
        .exiger(pourLe == null || !pourLe.isBefore(aujourdhui), "pourLe", "PAPIER_ATTENDU_HIER",
            "Ce jour est passé : choisissez aujourd'hui ou un jour à venir.")
        .exiger(raison.length() <= RAISON, "raison", "RAISON_DU_PAPIER_LONGUE", "Dites-le en %d caractères au plus.".formatted(RAISON));
  }
}
