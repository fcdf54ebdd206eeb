package fr.jalon.donnees.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesDonnees implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("CONSERVATION_LEVEE", "Contentieux terminé");
    noms.acte("CONSERVATION_PROLONGEE", "Dossier gardé pour un contentieux");
    noms.acte("DEMANDE_SUR_LES_DONNEES", "Demande d'une personne sur ses données");
    noms.acte("REPONSE_SUR_LES_DONNEES", "Réponse à une demande sur ses données");
    noms.acte("PURGE", "Dossiers effacés après leur durée");
    noms.ecran("Droits d'une personne sur ses données", "/dossier/{id}/donnees", "/dossier/{id}/donnees/demandes",
        "/dossier/{id}/donnees/demandes/{demande}/reponse", "/dossier/{id}/donnees/retenue", "/dossier/{id}/donnees/retenue/{retenue}/lever");
    noms.ecran("Copie des données d'une personne", "/dossier/{id}/donnees/copie.pdf", "/dossier/{id}/donnees/copie.json");
  }
}
