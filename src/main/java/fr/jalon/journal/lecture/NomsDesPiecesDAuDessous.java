package fr.jalon.journal.lecture;

import fr.jalon.journal.NomsAuJournal;
import org.springframework.stereotype.Component;

/** What the journal itself writes and shows, and the rooms below it ({@code habilitations}, {@code parametres}), which do not know it. */
@Component
class NomsDesPiecesDAuDessous implements NomsAuJournal {
  @Override
  public void dire(Noms noms) {
    noms.acte("ADRESSE_AGENDA_DONNEE", "Adresse d'agenda donnée");
    noms.acte("ADRESSE_AGENDA_RETIREE", "Adresse d'agenda retirée");
    noms.acte("AGENT_CREE", "Compte créé");
    noms.acte("AGENT_DESACTIVE", "Accès retiré");
    noms.acte("AGENT_LIE", "Compte lié au service d'identité");
    noms.acte("AGENT_MODIFIE", "Compte modifié");
    noms.acte("AGENT_REACTIVE", "Accès rendu");
    noms.acte("CLIENT_API_CREE", "Application déclarée");
    noms.acte("CLIENT_API_MODIFIE", "Application modifiée");
    noms.acte("CLIENT_API_RETABLI", "Accès d'une application rendu");
    noms.acte("CLIENT_API_REVOQUE", "Accès d'une application retiré");
    noms.acte("CLIENT_API_SECRET", "Secret d'une application remplacé");
    noms.acte("CLE_ACCES_AJOUTEE", "Clé d'accès ajoutée");
    noms.acte("CLE_ACCES_RETIREE", "Clé d'accès retirée");
    noms.acte("CONNEXION", "Connexion");
    noms.acte("CONNEXION_REFUSEE", "Connexion refusée");
    noms.acte("CONSULTATION", "Dossier consulté");
    noms.acte("LISTE", "Liste affichée");
    noms.acte("LIEN_CONSULTE", "Lien ouvert par la personne");
    noms.acte("DECONNEXION", "Déconnexion");
    noms.acte("ESSAIS_REPETES", "Essais de connexion répétés");
    noms.acte("EXPORT", "Liste exportée");
    noms.acte("MOT_DE_PASSE_CHANGE", "Mot de passe changé");
    noms.acte("MOT_DE_PASSE_REINITIALISE", "Mot de passe réinitialisé");
    noms.acte("PARAMETRE", "Paramètre changé");
    noms.acte("SESSIONS_FERMEES", "Autres sessions fermées");
    noms.acte("APPAREIL_OUBLIE", "Appareil connu retiré");
    noms.acte("SECOND_FACTEUR_ACTIVE", "Code à usage unique activé");
    noms.acte("SECOND_FACTEUR_RETIRE", "Second facteur retiré");
    noms.ecran("Comptes des agents", "/habilitations", "/habilitations/{id}", "/habilitations/{id}/mot-de-passe",
        "/habilitations/{id}/second-facteur",
        "/habilitations/{id}/desactiver", "/habilitations/{id}/reactiver");
    noms.ecran("Connexion", "/connexion", "/connexion/code", "/connexion/mot-de-passe");
    noms.ecran("Mon compte", "/mon-compte", "/mon-compte/mot-de-passe", "/mon-compte/code", "/mon-compte/code/retirer",
        "/mon-compte/sessions/fermer", "/mon-compte/agenda", "/mon-compte/agenda/retirer");
    noms.ecran("Paramètres", "/parametres");
    noms.ecran("Journal", "/journal", "/journal/{id:\\d+}", "/journal/export.xlsx", "/journal/export.csv");
  }
}
