package fr.jalon.allocataires.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDesDossiers implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("COORDONNEES", "Téléphone ou courriel changé");
    noms.acte("DOUBLON_SIGNALE", "Doublon signalé par un agent");
    noms.acte("DOUBLON_DISTINCT", "Fiches dites distinctes");
    noms.acte("FUSION", "Personnes fusionnées");
    noms.acte("FUSION_DEFAITE", "Fusion défaite");
    noms.acte("NIR_AFFICHE", "NIR affiché");
    noms.ecran("Dossier", "/dossier/{id}", "/dossier/{id}/parcours", "/dossier/{id}/echanges", "/dossier/{id}/droits", "/dossier/{id}/procedures");
    noms.ecran("Dossier entier, à imprimer", "/dossier/{id}/entier");
    noms.ecran("Coordonnées d'un dossier", "/dossier/{id}/coordonnees");
    noms.ecran("NIR d'un dossier", "/dossier/{id}/nir");
    noms.ecran("Liste des allocataires", "/allocataires", "/allocataires/export");
    noms.ecran("Doublons possibles", "/doublons", "/doublons/{id}");
    noms.ecran("Signaler un doublon", "/doublons/signaler");
  }
}
