package fr.jalon.orientation.application;

import fr.jalon.allocataires.DonneesDeLaPersonne;
import java.util.List;
import org.springframework.stereotype.Component;

/** What this room holds about persons, with the deadlines it opened. */
@Component
class DonneesDOrientation implements DonneesDeLaPersonne {
  private static final String QUI = """
      (select o.nom from structures.organisation o where o.id = x.organisation_id) as organisation, (select r.nom from structures.referent r where r.id = x.referent_id) as referent""";

  @Override
  public List<Table> tables() {
    return List.of(
        Table.de("orientation.entree", De.PERSONNE, "Votre arrivée et le délai pour vous orienter").contact("x.recu_le"),
        Table.de("orientation.suivi", De.PERSONNE, "Votre orientation et votre accompagnement").contact("greatest(x.notifie_le, x.fin_le)")
            .dit("x.parcours, " + QUI
            + ", x.notifie_le, x.etat, x.etat_depuis, x.motif_fin, x.fin_le, x.besoin, x.parcours_recommande, x.motif_ecart, x.saisi_par, x.saisi_le")
            .tait("besoin = null", "motif_fin = null", "motif_ecart = case when motif_ecart is null then null else 'effacé' end",
                "depassement_raison = case when depassement_raison is null then null else 'effacé' end"),
        Table.de("orientation.changement_de_referent", De.PERSONNE, "Vos changements de référent").contact("x.le").tait("raison = 'effacé'"),
        Table.de("orientation.confiee_prevue", De.PERSONNE, "Les changements de référent prévus")
            .tait("refus = case when refus is null then null else 'effacé' end"),
        Table.de("orientation.reorientation", De.PERSONNE, "Vos demandes de réorientation").contact("greatest(x.demandee_le, x.etat_depuis)")
            .tait("precisions = null", "raison_decision = case when raison_decision is null then null else 'effacé' end"),
        Table.de("orientation.maintien", De.PERSONNE, "Les réexamens de votre parcours social").contact("x.fait_le").tait("raison = 'effacé'"),
        Table.de("orientation.raison_sans_suivi", De.PERSONNE, "Pourquoi personne ne vous suivait").contact("x.ecrite_le").tait("raison = 'effacé'"),
        Table.de("orientation.passage", De.PERSONNE, "Ce qui a changé, et quand").contact("x.le").tait("motif = null"),
        Table.de("echeances.echeance", De.PERSONNE, "Les dates à tenir"));
  }
}
