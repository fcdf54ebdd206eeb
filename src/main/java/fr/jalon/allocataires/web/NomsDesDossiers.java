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
    noms.acte("HORS_RSA_INSCRITE", "Personne inscrite hors RSA");
    noms.acte("HORS_RSA_SUIVIE", "Suivi hors RSA commencé");
    noms.acte("HORS_RSA_FINI", "Suivi hors RSA terminé");
    noms.acte("HORS_RSA_ROUVERT", "Suivi hors RSA rouvert");
    noms.acte("HORS_RSA_RETIRE", "Suivi hors RSA retiré");
    noms.acte("HORS_RSA_CORRIGEE", "Identité d'une personne hors RSA corrigée");
    noms.acte("NIR_AFFICHE", "NIR affiché");
    noms.ecran("Dossier", "/dossier/{id}", "/dossier/{id}/parcours", "/dossier/{id}/echanges", "/dossier/{id}/droits", "/dossier/{id}/procedures");
    noms.ecran("Dossier entier, à imprimer", "/dossier/{id}/entier");
    noms.ecran("Coordonnées d'un dossier", "/dossier/{id}/coordonnees");
    noms.ecran("NIR d'un dossier", "/dossier/{id}/nir");
    noms.ecran("Personnes suivies hors RSA", "/hors-rsa", "/hors-rsa/export");
    noms.ecran("Inscription hors RSA", "/hors-rsa/inscrire");
    noms.ecran("Public hors RSA à ajouter", "/hors-rsa/{personne}/ajouter");
    noms.ecran("Fin d'un suivi hors RSA", "/hors-rsa/suivis/{id}/fin");
    noms.ecran("Identité d'une personne hors RSA", "/hors-rsa/{personne}/identite");
    noms.ecran("Liste des allocataires", "/allocataires", "/allocataires/export");
    noms.ecran("Doublons possibles", "/doublons", "/doublons/{id}");
    noms.ecran("Signaler un doublon", "/doublons/signaler");
  }
}
