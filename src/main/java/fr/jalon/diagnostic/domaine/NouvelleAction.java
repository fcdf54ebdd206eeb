package fr.jalon.diagnostic.domaine;

import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An action as an agent plans it.
 *
 * @param code     one of those of the theme, {@code null} when it is said freely
 * @param precision what it is when no code says it, or a word more; may be empty
 * @param avecQui  with whom, may be empty
 * @param pourLe   day it is planned for, or {@code null}
 * @param etat     {@code PREVUE}, or where it already is
 * @param cle      number of the form: sent twice, it is one action
 */
@DonneeDeSante
public record NouvelleAction(Rubrique theme, String code, String precision, String avecQui, LocalDate pourLe, EtatAction etat, UUID cle) {
  /** Longest text, in characters. */
  public static final int LONG = 120;
  private static final int ANNEES = 2;
  /** What to do about a day that is not plausible. */
  public static final String JOUR = "Choisissez un jour à venir, dans les %d ans, ou laissez vide.".formatted(ANNEES);

  /** What it is called: the label of its code, with the word more. */
  public String libelle() {
    String propose = code == null ? "" : theme.actions().get(code);
    return propose.isEmpty() ? precision.strip() : precision.isBlank() ? propose : propose + ", " + precision.strip();
  }

  /** True for a day an action may be planned for. */
  public static boolean plausible(LocalDate jour, LocalDate aujourdhui) {
    return !jour.isBefore(aujourdhui) && !jour.isAfter(aujourdhui.plusYears(ANNEES));
  }

  /** @throws fr.jalon.socle.SaisieRefusee field by field */
  public void verifier(LocalDate aujourdhui) {
    boolean connue = theme != null && (code == null || theme.actions().containsKey(code));
    new Fautes().exiger(connue, "action", "ACTION_INCONNUE", "Choisissez une action de la liste.")
        .exiger(!connue || code != null || !precision.isBlank(), "precision", "ACTION_A_DIRE", "Dites en quelques mots ce qui sera fait.")
        .exiger(precision.length() <= LONG, "precision", "TEXTE_TROP_LONG", "Ce texte est trop long : gardez %d caractères au plus.".formatted(LONG))
        .exiger(avecQui.length() <= LONG, "avecQui", "TEXTE_TROP_LONG", "Ce texte est trop long : gardez %d caractères au plus.".formatted(LONG))
        .exiger(pourLe == null || plausible(pourLe, aujourdhui), "pourLe", "JOUR_DE_L_ACTION", JOUR)
        .exiger(etat == EtatAction.PREVUE || etat == EtatAction.EN_COURS || etat == EtatAction.FAITE, "etat", "ETAT_DE_L_ACTION",
            "Dites si l'action est prévue, en cours ou faite.").lever();
  }
}
