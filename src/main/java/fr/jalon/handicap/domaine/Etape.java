package fr.jalon.handicap.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;

/** A step of a file, as read from a form: its day, and why where somebody must say it. */
public final class Etape {
  /** Longest reason, in characters. */
  public static final int MOTIF = 300;

  private Etape() {}

  /** @param auPlusTot first day it can have been; @throws fr.jalon.socle.SaisieRefusee when the day is wrong */
  public static void verifier(LocalDate le, LocalDate auPlusTot, LocalDate aujourdhui) {
    Jours.exiger(new Fautes(), "le", le, auPlusTot, aujourdhui).lever();
  }

  /** The same, with why. */
  public static void verifier(LocalDate le, LocalDate auPlusTot, String motif, LocalDate aujourdhui) {
    exigerLaRaison(Jours.exiger(new Fautes(), "le", le, auPlusTot, aujourdhui), motif).lever();
  }

  /** Why, and nothing of an illness: the page says so. @throws fr.jalon.socle.SaisieRefusee when it is not said */
  public static void verifierLaRaison(String motif) {
    exigerLaRaison(new Fautes(), motif).lever();
  }

  private static Fautes exigerLaRaison(Fautes fautes, String motif) {
    return fautes.exiger(motif != null && !motif.isBlank() && motif.length() <= MOTIF, "motif", "DOSSIER_MDPH_SANS_RAISON",
        "Dites pourquoi, en %d caractères au plus, sans parler de santé.".formatted(MOTIF));
  }
}
