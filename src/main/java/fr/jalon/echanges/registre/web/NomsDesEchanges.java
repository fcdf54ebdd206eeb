package fr.jalon.echanges.registre.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesEchanges implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("APPEL_API", "Appel de l'API");
    noms.acte("WEBHOOK", "Webhook modifié");
    noms.acte("IMPORT", "Fichier chargé");
    noms.acte("IMPORT_REFUSE", "Fichier refusé");
    noms.acte("IMPORT_RETENU", "Fichier retenu");
    noms.acte("IMPORT_ECART_ACCEPTE", "Écart accepté");
    noms.acte("IMPORT_ECARTE", "Fichier retenu écarté");
    noms.acte("IMPORT_ANNULE", "Chargement annulé");
    noms.acte("ORIGINAL_TELECHARGE", "Fichier d'origine téléchargé");
    noms.acte("REJETS_REJOUES", "Rejets rejoués");
    noms.acte("REJET_CORRIGE", "Rejet corrigé, encore rejeté");
    noms.acte("REJET_ECARTE", "Rejet écarté");
    noms.acte("REJET_REJOUE", "Rejet corrigé et enregistré");
    noms.ecran("Rapport d'un fichier chargé", "/imports/{id:\\d+}", "/imports/{id:\\d+}/personnes", "/imports/{id:\\d+}/ecart",
        "/imports/{id:\\d+}/ecarter", "/imports/{id:\\d+}/annuler");
    noms.ecran("Fichier d'origine", "/imports/{id:\\d+}/original");
    noms.ecran("Rejets", "/imports/rejets", "/imports/{id:\\d+}/rejets", "/imports/rejets/{id}/rejouer", "/imports/rejets/{id}/ecarter");
    noms.ecran("Lignes d'un tableur", "/imports/tableur/{id:\\d+}", "/imports/tableur/{id:\\d+}/colonnes", "/imports/tableur/{id:\\d+}/lignes/{rang}",
        "/imports/tableur/{id:\\d+}/erreurs.csv");
    noms.ecran("Reprendre d'un autre outil", "/imports/tableur/reprises");
    noms.ecran("Livraisons des webhooks", "/acces-api/livraisons", "/acces-api/livraisons/export", "/api/v1/webhooks/{id}/livraisons");
    noms.ecran("API : nouveaux entrants", "/api/v1/nouveaux-entrants");
    noms.ecran("API : orientation d'une personne", "/api/v1/personnes/{id}/orientation");
    noms.ecran("API : présences", "/api/v1/sessions/{id}/presences", "/api/v1/sessions/{id}/presences/{personne}");
    noms.ecran("Imports", "/imports", "/imports/depot");
    noms.ecran("Accès à l'API", "/acces-api", "/acces-api/{id}");
  }
}
