package fr.jalon.diagnostic.application;

import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** The diagnostics of a person follow her when two records are found to be one; what is being typed does not. */
@Component
class BrouillonsQuiRestent implements SuitLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(Table.reste("diagnostic.brouillon", "une saisie en cours appartient à qui saisit, sur la fiche qu'il a ouverte"),
        Table.reste("diagnostic.brouillon_global", "une saisie en cours appartient à qui saisit, sur la fiche qu'il a ouverte"));
  }
}
