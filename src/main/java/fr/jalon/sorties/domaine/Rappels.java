package fr.jalon.sorties.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;

/** The day of what happens on a call, and why one is undone. */
public final class Rappels {
  /** Longest reason, in characters. */
  public static final int MOTIF = 300;

  private Rappels() {}

  static void exigerLeJour(Fautes fautes, LocalDate le, LocalDate sortie, LocalDate aujourdhui) {
    fautes.exiger(le != null, "le", "JOUR_DU_RAPPEL", "Indiquez le jour.")
        .exiger(le == null || !le.isAfter(aujourdhui), "le", "RAPPEL_A_VENIR", "Ce jour n'est pas encore arrivé : indiquez aujourd'hui ou avant.")
        .exiger(le == null || !le.isBefore(sortie), "le", "RAPPEL_AVANT_LA_SORTIE", "Ce jour est avant sa sortie : vérifiez-le.");
  }

  /** @throws fr.jalon.socle.SaisieRefusee when no reason is said */
  public static void exigerLaRaison(String motif) {
    new Fautes().exiger(motif != null && !motif.isBlank() && motif.length() <= MOTIF, "motif", "SORTIE_SANS_MOTIF",
        "Dites pourquoi, en %d caractères au plus.".formatted(MOTIF)).lever();
  }
}
