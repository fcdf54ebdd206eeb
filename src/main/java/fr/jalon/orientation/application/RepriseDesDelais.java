package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.orientation.domaine.DelaiDOrientation;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Gives back the days of a pause to the deadlines that were stopped, by the rule of the Département ({@code orientation.reprise_apres_suspension}): when the
 * right is back, and before anything else is said of a deadline that was stopped, such as an orientation during the pause.
 */
@Component
class RepriseDesDelais {
  private final Parametres parametres;

  RepriseDesDelais(Parametres parametres) {
    this.parametres = parametres;
  }

  /** Those of these objects that are stopped run again. @param echeances through the door of the caller; @param le the day the pause ends. @return how many */
  int executer(Echeances echeances, String nature, Collection<Long> objets, LocalDate le) {
    if (objets.isEmpty()) {
      return 0;
    }
    DelaiDOrientation.Reprise regle = DelaiDOrientation.Reprise.valueOf(parametres.valeur("orientation.reprise_apres_suspension", le).texte());
    return echeances.reprendre(nature, echeances.deObjets(nature, objets).stream().map(e -> new Echeances.Reprise(e.objetId(),
        regle.nouvelleLimite(e.limiteLegale(), e.depart(), e.etatDepuis(), le), regle.nouvelleLimite(e.cible(), e.depart(), e.etatDepuis(), le))).toList(), le);
  }
}
