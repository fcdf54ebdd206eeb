package fr.jalon.orientation.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Liste;
import fr.jalon.orientation.lecture.FiltresDeRencontres;
import fr.jalon.orientation.lecture.FiltresDeRencontres.File;
import fr.jalon.orientation.lecture.PersonneARencontrer;
import java.time.LocalDate;

/**
 * The first meetings.
 *
 * @param miennes true when they are those of the référent alone
 * @param saisie  what was typed about one person and refused, or {@code null}; @param erreur why
 */
public record PageDesRencontres(Liste<FiltresDeRencontres, File, PersonneARencontrer> liste, LocalDate aujourdhui, boolean miennes,
    FormulaireDeRencontre saisie, String erreur) {
  /** « 12 personnes n'ont pas encore été rencontrées depuis leur orientation, dont 3 en retard. » */
  public String resume() {
    long attendent = liste.comptes().get(File.A_RENCONTRER);
    long retard = liste.comptes().get(File.EN_RETARD);
    if (attendent == 0) {
      return "Personne n'attend sa première rencontre.";
    }
    String debut = Francais.compte(attendent, "personne n'a pas encore été rencontrée depuis la notification de son orientation",
        "personnes n'ont pas encore été rencontrées depuis la notification de leur orientation");
    return debut + (retard == 0 ? "." : ", dont " + Francais.nombre(retard) + " en retard.");
  }

  /** True when what was typed is about this person. */
  public boolean refusee(PersonneARencontrer p) {
    return saisie != null && saisie.personne() != null && saisie.personne() == p.personneId();
  }

  /** Day to show in the form of this person: that of the appointment that is past, else today. */
  public String jour(PersonneARencontrer p) {
    return refusee(p) ? saisie.le() : (p.prevueLe() != null && !p.prevueLe().isAfter(aujourdhui) ? p.prevueLe() : aujourdhui).toString();
  }

  /** True when this answer is the one typed. */
  public boolean repond(PersonneARencontrer p, String etat) {
    return refusee(p) ? saisie.etat().equals(etat) : etat.equals("PRESENTE");
  }

  /** True when this reason is the one typed. */
  public boolean raison(PersonneARencontrer p, String raison) {
    return refusee(p) && saisie.raison().equals(raison);
  }
}
