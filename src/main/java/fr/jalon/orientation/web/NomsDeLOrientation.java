package fr.jalon.orientation.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDeLOrientation implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("COURRIER_ECRIT", "Courrier écrit");
    noms.acte("AFFECTATION", "Liste confiée à des référents");
    noms.acte("ORIENTATION", "Orientation enregistrée");
    noms.acte("ORIENTATION_ANNULEE", "Orientation annulée");
    noms.acte("SUIVI_CLOS", "Suivi clos");
    noms.acte("SUIVI_EN_VEILLE", "Suivi mis en veille");
    noms.acte("SUIVI_REPRIS", "Suivi repris");
    noms.acte("SANS_SUIVI_EXPLIQUE", "Raison écrite de l'absence de suivi");
    noms.acte("REORIENTATION_DEMANDEE", "Réorientation demandée");
    noms.acte("REORIENTATION_ACCEPTEE", "Réorientation acceptée");
    noms.acte("REORIENTATION_REFUSEE", "Réorientation refusée");
    noms.acte("REORIENTATION_RETIREE", "Demande de réorientation retirée");
    noms.acte("REORIENTATION_ANNULEE", "Décision de réorientation annulée");
    noms.acte("PARCOURS_SOCIAL_MAINTENU", "Parcours social maintenu");
    noms.acte("MAINTIEN_ANNULE", "Maintien annulé");
    noms.acte("REFERENT_CHANGE", "Référent changé");
    noms.acte("RELAIS_PASSE", "Relais passé");
    noms.acte("RELAIS_PREVU", "Relais prévu pour un jour à venir");
    noms.acte("RELAIS_PREVU_CHANGE", "Relais prévu, changé");
    noms.acte("RELAIS_RENDU", "Relais rendu");
    noms.acte("RELAIS_RESTE_A_RENDRE", "Retour de relais qui n'a pas pu se faire en entier");
    noms.acte("RELAIS_ANNULE", "Relais annulé");
    noms.acte("TRANSFERT_DEMANDE", "Transfert d'un portefeuille demandé");
    noms.acte("TRANSFERT_FAIT", "Transfert d'un portefeuille fait");
    noms.acte("TRANSFERT_ANNULE", "Transfert d'un portefeuille annulé");
    noms.ecran("Transferts entre organisations", "/transferts/{id}", "/transferts/{id}/avancement", "/transferts/{id}/annuler",
        "/transferts/{id}/export");
    noms.ecran("Passages de relais", "/relais/nouveau", "/relais/{id}", "/relais/{id}/rendre", "/relais/{id}/annuler");
    noms.ecran("Nouveaux entrants", "/nouveaux-entrants", "/nouveaux-entrants/export");
    noms.ecran("Convocation à une information collective", "/nouveaux-entrants/convocation", "/nouveaux-entrants/convocation/proposition");
    noms.ecran("Orientation", "/orientations/nouvelle", "/orientations", "/orientations/referents");
    noms.ecran("Affectation d'une liste", "/orientations/affectation", "/orientations/affectation/proposition");
    noms.ecran("Affectation d'une longue liste", "/orientations/affectation/longue/{id}", "/orientations/affectation/longue/{id}/avancement");
    noms.ecran("Référents à désigner", "/referents-a-designer");
    noms.ecran("Premières rencontres", "/premieres-rencontres");
    noms.ecran("Personnes sans suivi", "/sans-suivi", "/sans-suivi/export");
    noms.ecran("Réorientations", "/reorientations", "/reorientations/export");
    noms.ecran("Une réorientation", "/reorientations/{id}", "/reorientations/nouvelle", "/reorientations/{id}/accepter",
        "/reorientations/{id}/refuser", "/reorientations/{id}/retirer", "/reorientations/{id}/annuler");
    noms.ecran("Réexamens", "/reexamens", "/reexamens/export", "/reexamens/maintenir");
  }
}
