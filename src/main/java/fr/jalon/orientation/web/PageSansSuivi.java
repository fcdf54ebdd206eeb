package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.orientation.lecture.PersonneSansSuivi;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;

/**
 * The list that must be empty.
 *
 * @param saisie what was typed about one person and refused, or {@code null}; @param erreur why
 */
public record PageSansSuivi(List<PersonneSansSuivi> lignes, Pagination pages, List<Territoire> territoires, Integer territoire, LocalDate aujourdhui,
    boolean exportable, FormulaireSansSuivi saisie, String erreur) {
  private static final int MOIS_PROPOSES = 1;

  /** « 12 personnes soumises… » */
  public String resume() {
    return pages.total() == 0 ? "Chaque personne soumise aux droits et devoirs, avec un droit ouvert, attend son orientation, est suivie, est suspendue, ou a une raison écrite."
        : Francais.compte(pages.total(), "personne soumise aux droits et devoirs, avec un droit versé, n'attend pas et n'est pas suivie",
        "personnes soumises aux droits et devoirs, avec un droit versé, n'attendent pas et ne sont pas suivies") + ". Orientez chacune, ou écrivez pourquoi personne ne la suit.";
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

  /** This page, to come back to. */
  public String ici() {
    return pages.adresse().avec("page", pages.page() > 1 ? String.valueOf(pages.page()) : "").toString();
  }

  /** Address of the spreadsheet. */
  public String export() {
    return pages.adresse().vers("/sans-suivi/export").toString();
  }
}
