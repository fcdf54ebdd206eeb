package fr.jalon.carnet.web;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What this room writes in the journal, and its screens. */
@Component
class NomsDuCarnet implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("CARNET_ECRIT", "Écrit dans le carnet");
    noms.acte("CARNET_REPONDU", "Réponse dans le carnet");
    noms.acte("CARNET_CORRIGE", "Écrit du carnet corrigé");
    noms.acte("CARNET_DEMANDE_FAITE", "Demande du carnet lue ou faite");
    noms.acte("CARNET_DEMANDE_ROUVERTE", "Demande du carnet à lire ou à faire de nouveau");
    noms.acte("CARNET_DOCUMENT", "Document joint à un écrit du carnet");
    noms.acte("CARNET_OPPOSITION", "Opposition au partage notée");
    noms.acte("CARNET_OPPOSITION_LEVEE", "Opposition au partage levée");
    noms.acte("CARNET_LECTEURS", "Lecteurs d'un thème du carnet changés");
    noms.ecran("Lecteurs des carnets", "/lecteurs-des-carnets");
    noms.ecran("Carnet partagé", "/carnet/{personne}", "/carnet/{personne}/nouveau", "/carnet/{personne}/lecteurs",
        "/carnet/ecrits/{entree}/reponse", "/carnet/ecrits/{entree}/correction");
    noms.ecran("Document d'un carnet", "/carnet/documents", "/carnet/documents/{document}");
    noms.ecran("Ce qui attend dans les carnets", "/carnet", "/carnet/export", "/carnet/faites", "/carnet/rouvertes", "/carnet/demandes/{demande}");
    noms.ecran("Qui lit un carnet", "/carnet/{personne}/partage", "/carnet/{personne}/oppositions",
        "/carnet/{personne}/oppositions/{opposition}/levee");
    noms.ecran("Qui a lu et écrit dans un carnet", "/carnet/{personne}/qui");
  }
}
