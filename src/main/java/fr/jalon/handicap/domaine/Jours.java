package fr.jalon.handicap.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;

/** The day of an act: known, past, not before what it follows. */
final class Jours {
  private Jours() {}

  /** @param auPlusTot first day it can have been, {@code null} for none */
  static Fautes exiger(Fautes fautes, String champ, LocalDate le, LocalDate auPlusTot, LocalDate aujourdhui) {
    return fautes.exiger(le != null, champ, "JOUR_DU_DOSSIER", "Indiquez le jour.")
        .exiger(le == null || !le.isAfter(aujourdhui), champ, "DOSSIER_A_VENIR", "Ce jour n'est pas encore arrivé : indiquez aujourd'hui ou avant.")
        .exiger(le == null || auPlusTot == null || !le.isBefore(auPlusTot), champ, "AVANT_L_ETAPE",
            "Ce jour est avant l'étape d'avant : vérifiez-le.");
  }
}
