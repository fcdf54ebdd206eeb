package fr.jalon.engagement.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesEngagements implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("CONTRAT_COMMENCE", "Contrat d'engagement commencé");
    noms.acte("CONTRAT_ECRIT", "Texte d'un contrat d'engagement écrit");
    noms.acte("CONTRAT_VALIDATION", "Validation d'un contrat d'engagement demandée ou donnée");
    noms.acte("CONTRAT_PRESENTE", "Contrat d'engagement présenté à la signature");
    noms.acte("CONTRAT_REPRIS", "Texte d'un contrat d'engagement repris ou abandonné");
    noms.acte("CONTRAT_SIGNATURE", "Signature d'un contrat d'engagement");
    noms.acte("CONTRAT_REFUSE", "Refus d'un contrat d'engagement noté");
    noms.acte("CONTRAT_AMENDE", "Avenant à un contrat d'engagement commencé");
    noms.acte("CONTRAT_RENOUVELE", "Renouvellement d'un contrat d'engagement commencé");
    noms.acte("CONTRAT_RESULTAT", "Résultat d'un objectif de contrat noté");
    noms.acte("CONTRAT_CLOS", "Contrat d'engagement clos");
    noms.acte("CONTRAT_CORRIGE", "Contrat d'engagement corrigé");
    noms.acte("DELEGATION_DONNEE", "Délégation de signature donnée");
    noms.acte("DELEGATION_RETIREE", "Délégation de signature retirée");
    noms.ecran("Contrats d'engagement", "/contrats", "/contrats/export");
    String personne = "/contrats/personnes/{personne}";
    String contrat = personne + "/{contrat}";
    noms.ecran("Contrats d'engagement d'une personne", personne, personne + "/ouverture", contrat + "/avenant", contrat + "/renouvellement",
        contrat + "/cadre", contrat + "/objectifs", contrat + "/objectifs/{objectif}", contrat + "/objectifs/{objectif}/retrait",
        contrat + "/objectifs/{objectif}/actions", contrat + "/objectifs/{objectif}/resultat", contrat + "/actions/{action}",
        contrat + "/actions/{action}/retrait", contrat + "/validation", contrat + "/validation/accord", contrat + "/validation/renvoi",
        contrat + "/presentation", contrat + "/reprise", contrat + "/abandon", contrat + "/dessin", contrat + "/code",
        contrat + "/code/verification", contrat + "/signature", contrat + "/annulation",
        contrat + "/refus", contrat + "/refus/retrait", contrat + "/cloture", contrat + "/reouverture", contrat + "/erreur", "/contrats/papier");
    noms.ecran("Document d'un contrat d'engagement", personne + "/versions/{version}/apercu", personne + "/documents/{document}");
  }
}
