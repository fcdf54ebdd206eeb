package fr.jalon.donnees;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Columns of a personal class that a purge leaves, and why each names nobody and holds no free text (docs/decisions/0013). */
final class ResteApresLaPurge {
  private static final Map<String, List<String>> POURQUOI = Map.of(
      "code ou nombre dont les chiffres du passé ont besoin",
      List.of("allocataires.droit adultes", "allocataires.droit enfants", "allocataires.droit majore", "allocataires.droit sans_domicile",
          "allocataires.droit situation_famille", "allocataires.droit situation_famille_depuis", "allocataires.droit type_foyer",
          "allocataires.droit organisme_cedant",
          "allocataires.droit organisme_prenant", "allocataires.droit arrivee_le", "allocataires.droit depart_le", "allocataires.membre a_charge",
          "allocataires.membre adulte",
          "allocataires.membre rattache_depuis", "allocataires.membre rattache_jusqua", "allocataires.membre responsable", "allocataires.membre role",
          "allocataires.personne sexe"),
      "lieu, pas plus fin que la commune : il donne le territoire",
      List.of("allocataires.adresse commune", "allocataires.adresse nom_commune", "allocataires.adresse pays",
          "allocataires.adresse type_adresse", "allocataires.adresse etat_adresse"),
      "numéro d'une fiche qui n'a plus de nom",
      List.of("allocataires.doublon personne_a", "allocataires.doublon personne_b", "allocataires.fusion absorbee", "allocataires.fusion conservee",
          "allocataires.personne fusionnee_dans"),
      "code d'une liste, jamais un texte tapé",
      List.of("accompagnement.contact duree_minutes", "accompagnement.contact genre", "accompagnement.contact le", "accompagnement.contact presence",
          "accompagnement.intensif entre_le", "accompagnement.intensif sorti_le", "accompagnement.intensif sortie_motif",
              "accompagnement.intensif etat",
          "accompagnement.intensif_passage de", "accompagnement.intensif_passage vers",
          "accompagnement.revue_decision decision", "accompagnement.pas_differe genre", "accompagnement.pas_differe jusqu_au",
          "accompagnement.pas_differe limite", "allocataires.doublon raison", "courriers.message etat", "courriers.message retour",
          "courriers.passage de", "courriers.passage vers", "diagnostic.constat le", "diagnostic.frein etat", "diagnostic.frein theme",
          "diagnostic.frein_passage de", "diagnostic.frein_passage vers", "diagnostic.action theme", "diagnostic.action code",
          "diagnostic.action etat", "diagnostic.action_passage de", "diagnostic.action_passage vers", "allocataires.suivi_hors_rsa depuis",
          "allocataires.suivi_hors_rsa fin_le", "allocataires.suivi_hors_rsa fin_motif", "allocataires.suivi_hors_rsa informee_le",
          "allocataires.suivi_hors_rsa organisation_id", "allocataires.suivi_hors_rsa public", "allocataires.suivi_hors_rsa referent_id",
          "engagement.adaptation a_revoir_le",
          "engagement.adaptation demandee_par_elle", "engagement.adaptation depuis", "engagement.adaptation finie_le", "engagement.adaptation genre",
          "engagement.adaptation heures", "engagement.heure activite", "engagement.heure jour", "engagement.heure lundi", "engagement.heure minutes",
          "engagement.heure sante", "engagement.heure source", "engagement.semaine cible", "engagement.semaine faites", "engagement.semaine lundi",
          "engagement.semaine prevues", "engagement.semaine situation",
          "engagement.action activite", "engagement.action depuis", "engagement.action heures", "engagement.action jusqu_au", "engagement.action qui",
          "engagement.action sante", "engagement.contrat clos_le", "engagement.contrat depuis", "engagement.contrat etat",
          "engagement.contrat etat_depuis", "engagement.contrat jusqu_au", "engagement.contrat signe_le", "engagement.objectif resultat",
          "engagement.objectif resultat_le", "engagement.objectif sante", "engagement.objectif theme", "engagement.passage de",
          "engagement.passage le", "engagement.passage vers", "engagement.refus le", "engagement.refus raison", "engagement.version cause",
          "engagement.version depuis", "engagement.version etat", "engagement.version intensite", "engagement.version jusqu_au",
          "engagement.version presentee_le", "engagement.version signee_le",
          "handicap.dossier aide", "handicap.dossier complet_le", "handicap.dossier conteste_le", "handicap.dossier decide_le",
          "handicap.dossier depose_le", "handicap.dossier droits", "handicap.dossier etat", "handicap.dossier etat_depuis",
          "handicap.dossier propose_le", "handicap.dossier renouvelle", "handicap.dossier suites_dites_le", "handicap.passage de",
          "handicap.passage le", "handicap.passage vers", "handicap.reponse decidee_le", "handicap.reponse depuis", "handicap.reponse droit",
          "handicap.reponse jusqu_au", "handicap.reponse sens", "handicap.reponse sur_recours",
          "sorties.sortie etat", "sorties.sortie etat_depuis", "sorties.sortie raison", "sorties.sortie le", "sorties.sortie fermee_le",
          "sorties.sortie retour_le", "sorties.sortie contrat", "sorties.sortie fin_le", "sorties.sortie heures", "sorties.sortie classe",
          "sorties.passage de", "sorties.passage le", "sorties.passage vers", "sorties.rappel etat", "sorties.rappel etat_depuis",
          "sorties.rappel prevu_le", "sorties.rappel reponse", "sorties.rappel repondu_le", "sorties.rappel canal", "sorties.rappel contrat",
          "sorties.rappel heures", "sorties.rappel_passage de", "sorties.rappel_passage le", "sorties.rappel_passage vers", "sorties.essai le",
          "sorties.essai canal", "sorties.essai resultat",
          "diagnostic.recommandation reexamen_long", "donnees.demande acceptee", "donnees.demande nature", "orientation.reorientation raisons",
          "rendezvous.convocation etat",
          "rendezvous.convocation hors_liste", "rendezvous.convocation retard", "rendezvous.entretien etat", "rendezvous.entretien le",
          "rendezvous.fait le", "rendezvous.fait nature", "rendezvous.passage creneau_id",
          "rendezvous.passage creneau_quitte_id", "rendezvous.passage de", "rendezvous.passage vers"));
  static final Map<String, String> COLONNES = new TreeMap<>();

  static {
    POURQUOI.forEach((raison, colonnes) -> colonnes.forEach(c -> COLONNES.put(c, raison)));
  }

  private ResteApresLaPurge() {}
}
