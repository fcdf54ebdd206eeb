package fr.jalon.orientation.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.echeances.EtatEcheance;
import fr.jalon.orientation.domaine.DelaiDOrientation;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives back the days of a pause to the deadlines that were stopped, by the rule of the Département ({@code
 * orientation.reprise_apres_suspension}): when the right is back, and before anything else is said of a deadline that was stopped, such as an
 * orientation during the pause.
 */
@Component
class RepriseDesDelais {
  private final Parametres parametres;

  RepriseDesDelais(Parametres parametres) {
    this.parametres = parametres;
  }

  /**
   * Those of these objects that are stopped run again. @param echeances through the door of the caller; @param le the day the pause ends. @return how
   * many
   */
  int executer(Echeances echeances, String nature, Collection<Long> objets, LocalDate le) {
    return echeances.reprendre(nature, reprises(echeances, nature, objets, le), le);
  }

  /**
   * What these objects were due was done that day; those that are stopped are met in one passage, with their days: to undo it stops them again as
   * they were.
   */
  void tenir(Echeances echeances, String nature, Collection<Long> objets, LocalDate le) {
    echeances.tenirPendantLaPause(nature, reprises(echeances, nature, objets, le), le);
    echeances.tenir(nature, objets, le);
  }

  private List<Echeances.Reprise> reprises(Echeances echeances, String nature, Collection<Long> objets, LocalDate le) {
    if (objets.isEmpty()) {
      return List.of();
    }
    DelaiDOrientation.Reprise regle = DelaiDOrientation.Reprise.valueOf(parametres.valeur("orientation.reprise_apres_suspension", le).texte());
    return echeances.deObjets(nature, objets).stream().filter(e -> e.etat() == EtatEcheance.SUSPENDUE).map(e -> new Echeances.Reprise(e.objetId(),
        regle.nouvelleLimite(e.limiteLegale(), e.depart(), e.etatDepuis(), le), regle.nouvelleLimite(e.cible(), e.depart(), e.etatDepuis(), le)))
            .toList();
  }
}
