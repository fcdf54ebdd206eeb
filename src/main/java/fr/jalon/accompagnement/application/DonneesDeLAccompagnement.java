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
        Table.de("accompagnement.brouillon_revue", De.PERSONNE, "Une décision de revue commencée").efface(),
        Table.de("accompagnement.brouillon_contact", De.PERSONNE, "La note d'un contact commencée").efface(),
        Table.de("accompagnement.pas_differe", De.PERSONNE, "Ce qui a été remis à plus tard pour vous").tait("raison = 'effacé'"),
        Table.de("accompagnement.intensif", De.PERSONNE, "Votre accompagnement intensif")
            .dit("x.entre_le, x.raison, x.sorti_le, x.sortie_motif, x.sortie_precision, x.etat")
            .tait("raison = 'effacé'", "sortie_precision = ''", "accepte_par = case when accepte_par is null then null else 'effacé' end",
                "accepte_raison = case when accepte_raison is null then null else 'effacé' end"),
        Table.de("accompagnement.intensif_passage", De.PERSONNE, "L'histoire de votre accompagnement intensif").dit("x.vers, x.fait_le, x.motif")
            .tait("motif = case when motif is null then null else 'effacé' end"),
        Table.de("accompagnement.revue_decision", De.PERSONNE, "Ce que les revues de file active ont décidé pour vous").tait("pourquoi = ''"));
  }
}
