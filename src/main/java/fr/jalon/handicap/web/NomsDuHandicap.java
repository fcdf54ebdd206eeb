package fr.jalon.handicap.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDuHandicap implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("DOSSIER_MDPH_OUVERT", "Dossier MDPH ouvert");
    noms.acte("DOSSIER_MDPH_AVANCE", "Étape d'un dossier MDPH notée");
    noms.acte("DOSSIER_MDPH_CONSTITUE", "Papiers d'un dossier MDPH notés");
    noms.acte("DOSSIER_MDPH_REPONSE", "Réponse de la MDPH notée");
    noms.acte("DOSSIER_MDPH_CORRIGE", "Dossier MDPH corrigé");
    noms.ecran("Dossiers MDPH", "/dossiers-mdph", "/dossiers-mdph/export");
    String personne = "/dossiers-mdph/personnes/{personne}";
    String dossier = personne + "/{dossier}";
    noms.ecran("Dossiers MDPH d'une personne", personne, personne + "/ouverture", dossier + "/constitution", dossier + "/papiers",
        dossier + "/reponses",
        dossier + "/reponses/{reponse}/retrait", dossier + "/retour", dossier + "/erreur", dossier + "/accord", dossier + "/refus",
            dossier + "/depot",
        dossier + "/complet", dossier + "/recours", dossier + "/suites", dossier + "/abandon", dossier + "/reprise");
    noms.ecran("Feuille d'un dossier MDPH", dossier + "/feuille");
  }
}
