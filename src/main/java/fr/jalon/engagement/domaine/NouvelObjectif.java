package fr.jalon.engagement.domaine;

import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.Fautes;

/**
 * An objective, as written with the person.
 *
 * @param theme code of the theme it answers, empty for the project; @param connu false for a theme that is not in the list
 */
@DonneeDeSante
public record NouvelObjectif(String theme, boolean connu, boolean sante, String texte) {
  /** Longest text, in characters. */
  public static final int LONG = 500;

  /** @throws fr.jalon.socle.SaisieRefusee with every field that is wrong */
  public void verifier() {
    new Fautes().exiger(connu, "theme", "THEME_DE_L_OBJECTIF", "Choisissez à quoi répond cet objectif.")
        .exiger(texte != null && !texte.isBlank(), "texte", "OBJECTIF_VIDE", "Dites l'objectif en une phrase simple, comme la personne le dirait.")
        .exiger(texte == null || texte.length() <= LONG, "texte", "TEXTE_TROP_LONG",
            "Ce texte est trop long : gardez %d caractères au plus.".formatted(LONG)).lever();
  }
}
