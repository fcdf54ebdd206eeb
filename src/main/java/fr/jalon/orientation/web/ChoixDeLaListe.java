package fr.jalon.orientation.web;

import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.orientation.lecture.Rencontres.Rencontre;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Whom to give a référent to.
 *
 * @param lignes     the most urgent first, at most {@link #LIMITE}
 * @param rencontres what is known of each, by person
 * @param total      how many wait with these filters
 * @param saisie     what was typed and could not be done, {@code null} at first: those met are then ticked
 * @param erreur     what is missing, or {@code null}
 */
public record ChoixDeLaListe(FiltresDEntrees filtres,
    List<LigneDEntree> lignes, Map<Long, Rencontre> rencontres, int total, List<Territoire> territoires, LocalDate aujourdhui,
    FormulaireDAffectation saisie, String erreur) {
  /** One list at a time: more is hard to read, and a form has its limits. */
  public static final int LIMITE = 300;

  /** What is known of her. */
  public Rencontre rencontre(LigneDEntree l) {
    return rencontres.get(l.personneId());
  }

  /** True when she is of the list: met already, or as the agent left it. */
  public boolean cochee(LigneDEntree l) {
    return saisie == null ? rencontre(l).rencontree() : saisie.personnes().contains(l.personneId());
  }

  /** How many are ticked. */
  public int cochees() {
    return (int) lignes.stream().filter(this::cochee).count();
  }

  /** Address of this list, to come back to after one person was treated alone. */
  public String retour() {
    return filtres.adresse().vers("/orientations/affectation").toString();
  }

  /** True when this pathway is the one chosen for the list. */
  public boolean parcours(String code) {
    return saisie != null && code.equals(saisie.parcours());
  }

  /** The day of the notification, as typed. */
  public String notifieLe() {
    return saisie == null || saisie.notifieLe() == null || saisie.notifieLe().isBlank() ? aujourdhui.toString() : saisie.notifieLe();
  }
}
