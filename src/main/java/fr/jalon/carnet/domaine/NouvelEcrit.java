package fr.jalon.carnet.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What somebody writes in the notebook of a person, as read from a form: {@code null} where nothing is, or what is cannot be read.
 *
 * @param theme  what it is about
 * @param le     the day it speaks of
 * @param pour   login of the colleague to tell, {@code null} for nobody
 * @param limite last day to do what is asked of her, {@code null} when she has only to read
 * @param cle    number of the form: sent twice, it is written once
 */
public record NouvelEcrit(long personneId, Theme theme, LocalDate le, String texte, String pour, LocalDate limite, UUID cle) {
  /** Longest text, in characters. */
  public static final int LONGUEUR = 2000;

  /**
   * @param moi login of who writes; @param limiteIllisible true when a day was typed that is none
   * @throws fr.jalon.socle.SaisieRefusee with every field that is wrong
   */
  public void verifier(LocalDate aujourdhui, String moi, boolean limiteIllisible) {
    Fautes fautes = new Fautes().exiger(theme != null, "theme", "THEME_DU_CARNET", "Choisissez un thème : il dit qui lira ce texte.");
    exigerLeTexte(fautes, texte);
    exigerLeJour(fautes, le, aujourdhui);
    fautes
        .exiger(!limiteIllisible, "limite", "JOUR_DE_LA_TACHE", "Ce jour ne peut pas être lu. Écrivez-le ainsi : 15/09/2025.")
        .exiger(limite == null || !limite.isBefore(aujourdhui), "limite", "TACHE_DEJA_PASSEE",
            "Ce jour est passé : choisissez aujourd'hui ou un jour à venir.")
        .exiger(limite == null || pour != null, "pour", "TACHE_POUR_PERSONNE", "Dites qui doit le faire avant ce jour, vous-même ou un collègue.")
        .exiger(pour == null || !pour.equals(moi) || limite != null || limiteIllisible, "limite", "TACHE_SANS_JOUR",
            "Pour vous-même, dites le jour avant lequel le faire.")
        .lever();
  }

  /** An answer or a correction says a text too. */
  public static void exigerLeTexte(Fautes fautes, String texte) {
    fautes.exiger(texte != null && !texte.isBlank(), "texte", "ECRIT_VIDE", "Écrivez quelque chose.")
        .exiger(texte == null || texte.length() <= LONGUEUR, "texte", "ECRIT_TROP_LONG",
            "Ce texte est trop long : %d caractères au plus.".formatted(LONGUEUR));
  }

  /** The day it speaks of is over or today. */
  public static void exigerLeJour(Fautes fautes, LocalDate le, LocalDate aujourdhui) {
    fautes.exiger(le != null, "le", "JOUR_DE_L_ECRIT", "Indiquez le jour.")
        .exiger(le == null || !le.isAfter(aujourdhui), "le", "ECRIT_A_VENIR",
            "Ce jour n'est pas encore arrivé. Ce qui est à faire se demande plus bas, avec un jour.");
  }
}
