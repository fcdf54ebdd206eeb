package fr.jalon.engagement.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;

/** The day of an act: known, past, not before what it follows; and why, where somebody must say it. */
public final class Jours {
  /** Longest reason, in characters. */
  public static final int MOTIF = 500;

  private Jours() {}

  /** @param auPlusTot first day it can have been, {@code null} for none */
  public static Fautes passe(Fautes fautes, String champ, LocalDate le, LocalDate auPlusTot, LocalDate aujourdhui) {
    return fautes.exiger(le != null, champ, "JOUR_DU_CONTRAT", "Indiquez le jour.")
        .exiger(le == null || !le.isAfter(aujourdhui), champ, "CONTRAT_A_VENIR", "Ce jour n'est pas encore arrivé : indiquez aujourd'hui ou avant.")
        .exiger(le == null || auPlusTot == null || !le.isBefore(auPlusTot), champ, "CONTRAT_AVANT_L_ETAPE",
            "Ce jour est avant ce qui l'a précédé dans ce contrat : vérifiez-le.");
  }

  /** Why. */
  public static Fautes raison(Fautes fautes, String champ, String motif) {
    return fautes.exiger(motif != null && !motif.isBlank(), champ, "CONTRAT_SANS_RAISON", "Dites pourquoi en quelques mots.")
        .exiger(motif == null || motif.length() <= MOTIF, champ, "TEXTE_TROP_LONG",
            "Ce texte est trop long : gardez %d caractères au plus.".formatted(MOTIF));
  }
}
