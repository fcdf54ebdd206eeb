package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.Seuils;
import fr.jalon.parametres.Parametres;
import fr.jalon.parametres.Valeur;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What the pages of the orientation tell of the values in force at a date: read where they are decided, never written in a page. */
@Component
public class ValeursDites {
  private final Parametres parametres;

  ValeursDites(Parametres parametres) {
    this.parametres = parametres;
  }

  /** « 42 jours » : the legal delay. */
  public String delaiLegal(LocalDate au) {
    return parametres.valeur("orientation.delai_legal", au).texte();
  }

  /** « 6 mois » : after which a parcours social is reviewed. */
  public String reexamen(LocalDate au) {
    return parametres.valeur("orientation.reexamen_social", au).texte();
  }

  /** « 12 mois » : the same when the diagnostic tells a frailty; the other one where the law had no longer delay. */
  public String reexamenLong(LocalDate au) {
    return parametres.chercher("orientation.reexamen_social_long", au).map(Valeur::texte).orElseGet(() -> reexamen(au));
  }

  /** What makes a new entrant. */
  public Seuils seuils(LocalDate au) {
    return new Seuils(parametres.valeur("orientation.revenus_seuil", au).entier(), parametres.mois("orientation.suspension_longue_mois", au));
  }
}
