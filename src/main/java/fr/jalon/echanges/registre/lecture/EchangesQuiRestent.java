package fr.jalon.echanges.registre.lecture;

import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was exchanged about a record stays about that record when two of them are found to be one person. */
@Component
class EchangesQuiRestent implements SuitLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.reste("echanges.livraison", "ce qui a été envoyé à un partenaire portait ce numéro"),
        Table.reste("echanges.tableur_ligne", "ce que le tableur a reconnu ou créé, pour le défaire"));
  }
}
