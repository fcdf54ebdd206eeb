package fr.jalon.allocataires.application;

import fr.jalon.allocataires.SuitLaPersonne;
import fr.jalon.allocataires.SuiviHorsRsaChange;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What does not move in this room when two records are found to be one, nor in the journal below it. What else is kept of her follows. */
@Component
class FichesReunies implements SuitLaPersonne {
  private final ApplicationEventPublisher evenements;

  FichesReunies(ApplicationEventPublisher evenements) {
    this.evenements = evenements;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        // followed twice for the same public is followed once: the follow-up that the person kept already has stays alone
        Table.de("allocataires.suivi_hors_rsa").saufSi("""
            x.fin_le is null and x.retire_le is null and exists (select from allocataires.suivi_hors_rsa o
              where o.personne_id = :vers and o.public = x.public and o.fin_le is null and o.retire_le is null)""").puis(this::recalculerQuiLesVoit),
        Table.reste("allocataires.identite_precedente", "les noms que portait une fiche restent à elle"),
        Table.reste("allocataires.situation", "déduite des faits, elle est refaite"),
        Table.reste("journal.trace", "ce qui a été fait l'a été sur cette fiche-là : le journal ne change pas"));
  }

  private void recalculerQuiLesVoit(long[] personnes) {
    evenements.publishEvent(new SuiviHorsRsaChange(Arrays.stream(personnes).boxed().toList()));
  }
}
