package fr.jalon.accompagnement.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons. */
@Component
class DonneesDeLAccompagnement implements DonneesDeLaPersonne {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("accompagnement.contact", De.PERSONNE, "Vos échanges avec qui vous suit").contact("x.le")
            .dit("x.le, x.genre, x.presence, x.empechement, x.duree_minutes, x.dit, x.decide, x.saisi_par, x.saisi_le, x.retire_le, x.retire_motif")
            .tait("dit = ''", "decide = ''", "empechement = null", "retire_motif = case when retire_motif is null then null else 'effacé' end"),
        Table.de("accompagnement.brouillon_contact", De.PERSONNE, "La note d'un contact commencée").efface(),
        Table.de("accompagnement.pas_differe", De.PERSONNE, "Ce qui a été remis à plus tard pour vous").tait("raison = 'effacé'"),
        Table.de("accompagnement.revue_decision", De.PERSONNE, "Ce que les revues de file active ont décidé pour vous").tait("pourquoi = ''"));
  }
}
