package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Liste;
import fr.jalon.orientation.lecture.FiltresSansSuivi;
import fr.jalon.orientation.lecture.PersonneSansSuivi;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;

/**
 * The list that must be empty.
 *
 * @param saisie what was typed about one person and refused, or {@code null}; @param erreur why
 */
public record PageSansSuivi(Liste<FiltresSansSuivi, ?, PersonneSansSuivi> liste, List<Territoire> territoires, LocalDate aujourdhui,
    FormulaireSansSuivi saisie, String erreur) {
  private static final int MOIS_PROPOSES = 1;

  /** « 12 personnes soumises… » */
  public String resume() {
    return liste.total() == 0
        ? "Chaque personne soumise aux droits et devoirs, avec un droit ouvert, attend son orientation, est suivie, est suspendue, ou a une raison écrite."
        : Francais.compte(liste.total(), "personne soumise aux droits et devoirs, avec un droit versé, n'attend pas et n'est pas suivie",
        "personnes soumises aux droits et devoirs, avec un droit versé, n'attendent pas et ne sont pas suivies")
        + ". Orientez chacune, ou écrivez pourquoi personne ne la suit.";
  }

  /** True when what was typed is about this person. */
  public boolean refusee(PersonneSansSuivi p) {
    return saisie != null && saisie.personne() != null && saisie.personne() == p.personneId();
  }

  /** Reason to show in the form of this person. */
  public String raison(PersonneSansSuivi p) {
    return refusee(p) ? saisie.raison() : "";
  }

  /** Day to show in the form of this person: in a month when nothing was typed. */
  public String revoir(PersonneSansSuivi p) {
    return refusee(p) ? saisie.revoir() : aujourdhui.plusMonths(MOIS_PROPOSES).toString();
  }
}
