package fr.jalon.allocataires.application;

import fr.jalon.allocataires.SuitLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What does not move in this room when two records are found to be one, nor in the journal below it. */
@Component
class FichesReunies implements SuitLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.reste("allocataires.identite_precedente", "les noms que portait une fiche restent à elle"),
        Table.reste("allocataires.situation", "déduite des faits, elle est refaite"),
        Table.reste("journal.trace", "ce qui a été fait l'a été sur cette fiche-là : le journal ne change pas"));
  }
}
