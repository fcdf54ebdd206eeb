package fr.jalon.justedroit.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons: that somebody looked at the right of their foyer. */
@Component
class DonneesDuJusteDroit implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(Table.de("justedroit.verifie", De.FOYER, "Vérifications de votre droit").pendant("x.mois", "(x.mois + interval '1 month')::date")
        .dit("x.mois, x.ecart, x.note, x.nom as regarde_par, x.le, x.retire_le").efface());
  }
}
