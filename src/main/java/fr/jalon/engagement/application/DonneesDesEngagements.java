package fr.jalon.engagement.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What this room holds about persons: told to her whole; when its time is over, what remains counts a contract, its objectives and hours, and says
 * nothing of her. What proves goes.
 */
@Component
class DonneesDesEngagements implements DonneesDeLaPersonne {
  private static final String EFFACE = "'Effacé'";

  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("engagement.contrat", De.PERSONNE, "Vos contrats d'engagement").contact("x.signe_le")
            .dit("x.etat, x.etat_depuis, x.depuis, x.jusqu_au, x.signe_le, x.clos_le, x.ecrit_par, x.ecrit_le, x.repris_de"),
        Table.de("engagement.version", De.PERSONNE, "Ce que disent ces contrats")
            .dit("x.numero, x.etat, x.cause, x.motif, x.depuis, x.jusqu_au, x.intensite, x.engagements_personne, x.engagements_referent, "
                + "x.validation, "
                + "x.validation_le, x.validation_par, x.validation_motif, x.presentee_le, x.signee_le, x.ecrite_par, x.ecrite_le")
            .tait("motif = ''", "engagements_personne = ''", "engagements_referent = ''", "validation_motif = null"),
        Table.de("engagement.objectif", De.PERSONNE, "Vos objectifs").deSante()
            .dit("x.theme, x.texte, x.retire_le, x.resultat, x.pourquoi, x.resultat_le, x.resultat_par").tait("texte = " + EFFACE, "pourquoi = null"),
        Table.de("engagement.action", De.PERSONNE, "Vos actions").deSante()
            .dit("x.libelle, x.activite, x.qui, x.depuis, x.jusqu_au, x.heures, x.retiree_le").tait("libelle = " + EFFACE),
        Table.de("engagement.refus", De.PERSONNE, "Ce que vous avez refusé, et ce que vous en avez dit")
            .dit("x.le, x.raison, x.precisions, x.note_par, x.note_le, x.retire_le, x.retire_par, x.retire_motif")
            .tait("precisions = " + EFFACE, "retire_motif = null"),
        Table.de("engagement.signature", De.PERSONNE, "Vos signatures")
            .dit("x.qui, x.moyen, x.le, x.signee_le, x.nom, x.envoye_a, x.recueillie_par, x.annulee_le, x.annulee_par").efface(),
        Table.de("engagement.code_de_signature", De.PERSONNE, "Les codes qui vous ont été envoyés pour signer")
            .dit("x.envoye_a, x.envoye_le, x.expire_le, x.servi_le, x.demande_par").efface(),
        Table.de("engagement.document", De.PERSONNE, "Les documents signés").deSante()
            .dit("x.sorte, x.nom, x.nature, x.taille, x.depose_par, x.depose_le").efface(),
        Table.de("engagement.passage", De.PERSONNE, "L'histoire de ces contrats").dit("x.le, x.de, x.vers, x.fait_le, x.par, x.motif")
            .tait("motif = null"));
  }
}
