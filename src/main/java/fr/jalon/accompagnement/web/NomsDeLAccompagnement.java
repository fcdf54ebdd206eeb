package fr.jalon.accompagnement.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDeLAccompagnement implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("CONTACT_NOTE", "Contact noté");
    noms.acte("CONTACT_RETIRE", "Contact retiré");
    noms.acte("PAS_REPORTE", "Pas remis à plus tard");
    noms.acte("PAS_ECARTE", "Pas dit pas nécessaire");
    noms.ecran("Ma journée", "/ma-journee", "/ma-journee/differer", "/ma-journee/reprendre");
    noms.ecran("Mes personnes", "/mes-personnes", "/mes-personnes/export", "/mes-personnes/diagnostics");
    noms.acte("REVUE_OUVERTE", "Revue de file active ouverte");
    noms.acte("REVUE_DECIDEE", "Décision de revue notée");
    noms.acte("REVUE_CLOSE", "Revue de file active close");
    noms.acte("REVUE_SUIVIE", "Décision de revue dite faite");
    noms.ecran("Revue de file active", "/revue/{id}", "/revue/ouvrir", "/revue/{id}/saisie", "/revue/{id}/clore",
        "/revue/decisions/{decision}/faite");
    noms.ecran("Compte rendu de revue", "/revue/{id}/compte-rendu");
    noms.acte("INTENSIF_ENTREE", "Entrée en portefeuille intensif");
    noms.acte("INTENSIF_SORTIE", "Sortie de portefeuille intensif");
    noms.acte("INTENSIF_ANNULE", "Entrée en portefeuille intensif retirée");
    noms.acte("INTENSIF_REVENUE", "Sortie de portefeuille intensif retirée");
    noms.ecran("Portefeuille intensif", "/portefeuilles-intensifs/membres", "/portefeuilles-intensifs/membres/export",
        "/portefeuilles-intensifs/sortie",
        "/portefeuilles-intensifs/entrees/{entree}/annuler", "/portefeuilles-intensifs/entrees/{entree}/revenir");
    noms.ecran("Entrée en portefeuille intensif", "/portefeuilles-intensifs/entree");
    noms.ecran("Contact avec une personne", "/contacts/{personne}/nouveau", "/contacts/{personne}", "/contacts/{contact}/retirer",
        "/contacts/{personne}/saisie", "/contacts/{personne}/brouillon/effacer");
  }
}
