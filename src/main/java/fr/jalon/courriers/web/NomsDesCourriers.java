package fr.jalon.courriers.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesCourriers implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("COURRIER_RENVOYE", "Courrier renvoyé");
    noms.acte("COURRIER_REVENU", "Courrier revenu");
    noms.acte("COURRIER_REMIS", "Courrier remis en main propre");
    noms.acte("COURRIER_ABANDONNE", "Courrier abandonné");
    noms.acte("LOT_PREPARE", "Lot de lettres préparé");
    noms.acte("LOT_DEFAIT", "Lot de lettres défait");
    noms.acte("LOT_POSTE", "Lot de lettres posté");
    noms.acte("LOT_PAS_POSTE", "Lot de lettres finalement pas posté");
    noms.acte("MODELE_DE_COURRIER", "Modèle de courrier changé");
    noms.acte("ENTETE_DES_COURRIERS", "En-tête des courriers changé");
    noms.acte("PASSERELLE", "Envoi des SMS ou des courriels réglé");
    noms.ecran("Courriers", "/courriers", "/courriers/export");
    noms.ecran("Aperçu des courriers à imprimer", "/courriers/apercu");
    noms.ecran("Un courrier", "/courriers/messages/{id}", "/courriers/messages/{id}/pdf");
    noms.ecran("Un lot de courriers", "/courriers/lots/{id}", "/courriers/lots/{id}/poste", "/courriers/lots/{id}/pas-poste");
    noms.ecran("PDF d'un lot de courriers", "/courriers/lots/{id}/pdf");
    noms.ecran("Courriers revenus", "/courriers/retours");
    noms.ecran("Aperçu d'un modèle de courrier", "/modeles-de-courrier/{code}", "/modeles-de-courrier/{code}/apercu",
        "/modeles-de-courrier/{code}/pdf");
  }
}
