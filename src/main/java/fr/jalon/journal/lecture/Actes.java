package fr.jalon.journal.lecture;

import java.util.Locale;
import java.util.Map;

/** The acts of the journal in plain French: the one table of their labels ({@code LibellesDesActesTest} wants every code that is written). */
public final class Actes {
  private static final Map<String, String> LIBELLES = Map.ofEntries(
      Map.entry("CONVOCATION", "Convocation ou réponse"), Map.entry("PRESENCE", "Présence notée"),
      Map.entry("ENTRETIEN", "Rendez-vous individuel"), Map.entry("SESSION", "Information collective changée"),
      Map.entry("LIEU", "Lieu de rendez-vous modifié"), Map.entry("PERMANENCE", "Permanence modifiée"),
      Map.entry("COURRIER_ECRIT", "Courrier écrit"), Map.entry("COURRIER_RENVOYE", "Courrier renvoyé"), Map.entry("COURRIER_REVENU", "Courrier revenu"),
      Map.entry("COURRIER_REMIS", "Courrier remis en main propre"), Map.entry("COURRIER_ABANDONNE", "Courrier abandonné"),
      Map.entry("LOT_PREPARE", "Lot de lettres préparé"), Map.entry("LOT_DEFAIT", "Lot de lettres défait"), Map.entry("LOT_POSTE", "Lot de lettres posté"),
      Map.entry("LOT_PAS_POSTE", "Lot de lettres finalement pas posté"), Map.entry("MODELE_DE_COURRIER", "Modèle de courrier changé"),
      Map.entry("ENTETE_DES_COURRIERS", "En-tête des courriers changé"), Map.entry("PASSERELLE", "Envoi des SMS ou des courriels réglé"),
      Map.entry("AGENT_CREE", "Compte créé"),
      Map.entry("AFFECTATION", "Liste confiée à des référents"),
      Map.entry("AGENT_DESACTIVE", "Accès retiré"),
      Map.entry("AGENT_LIE", "Compte lié au service d'identité"),
      Map.entry("AGENT_MODIFIE", "Compte modifié"),
      Map.entry("AGENT_REACTIVE", "Accès rendu"),
      Map.entry("APPEL_API", "Appel de l'API"),
      Map.entry("CLIENT_API_CREE", "Application déclarée"),
      Map.entry("CLIENT_API_MODIFIE", "Application modifiée"),
      Map.entry("CLIENT_API_RETABLI", "Accès d'une application rendu"),
      Map.entry("CLIENT_API_REVOQUE", "Accès d'une application retiré"),
      Map.entry("CLIENT_API_SECRET", "Secret d'une application remplacé"),
      Map.entry("WEBHOOK", "Webhook modifié"),
      Map.entry("CLE_ACCES_AJOUTEE", "Clé d'accès ajoutée"),
      Map.entry("CLE_ACCES_RETIREE", "Clé d'accès retirée"),
      Map.entry("CONNEXION", "Connexion"),
      Map.entry("CONNEXION_REFUSEE", "Connexion refusée"),
      Map.entry("CONSULTATION", "Dossier consulté"),
      Map.entry("LISTE", "Liste affichée"),
      Map.entry("LIEN_CONSULTE", "Lien ouvert par la personne"),
      Map.entry("COORDONNEES", "Téléphone ou courriel changé"),
      Map.entry("CONSERVATION_LEVEE", "Contentieux terminé"), Map.entry("CONSERVATION_PROLONGEE", "Dossier gardé pour un contentieux"),
      Map.entry("DEMANDE_SUR_LES_DONNEES", "Demande d'une personne sur ses données"), Map.entry("REPONSE_SUR_LES_DONNEES", "Réponse à une demande sur ses données"),
      Map.entry("PURGE", "Dossiers effacés après leur durée"),
      Map.entry("DECONNEXION", "Déconnexion"),
      Map.entry("DIAGNOSTIC", "Diagnostic enregistré"),
      Map.entry("DOUBLON_SIGNALE", "Doublon signalé par un agent"), Map.entry("DOUBLON_DISTINCT", "Fiches dites distinctes"),
      Map.entry("ESSAIS_REPETES", "Essais de connexion répétés"),
      Map.entry("EXPORT", "Liste exportée"),
      Map.entry("FUSION", "Personnes fusionnées"),
      Map.entry("FUSION_DEFAITE", "Fusion défaite"),
      Map.entry("IMPORT", "Fichier chargé"),
      Map.entry("IMPORT_REFUSE", "Fichier refusé"), Map.entry("IMPORT_RETENU", "Fichier retenu"), Map.entry("IMPORT_ECART_ACCEPTE", "Écart accepté"),
      Map.entry("IMPORT_ECARTE", "Fichier retenu écarté"), Map.entry("IMPORT_ANNULE", "Chargement annulé"),
      Map.entry("MOT_DE_PASSE_CHANGE", "Mot de passe changé"),
      Map.entry("MOT_DE_PASSE_REINITIALISE", "Mot de passe réinitialisé"),
      Map.entry("NIR_AFFICHE", "NIR affiché"),
      Map.entry("VERIFICATION", "Écart de droit vérifié"),
      Map.entry("ORIENTATION", "Orientation enregistrée"),
      Map.entry("ORIENTATION_ANNULEE", "Orientation annulée"),
      Map.entry("ORIGINAL_TELECHARGE", "Fichier d'origine téléchargé"),
      Map.entry("PARAMETRE", "Paramètre changé"),
      Map.entry("REJETS_REJOUES", "Rejets rejoués"),
      Map.entry("REJET_CORRIGE", "Rejet corrigé, encore rejeté"),
      Map.entry("REJET_ECARTE", "Rejet écarté"),
      Map.entry("REJET_REJOUE", "Rejet corrigé et enregistré"),
      Map.entry("SAUVEGARDE", "Sauvegarde faite"),
      Map.entry("SESSIONS_FERMEES", "Autres sessions fermées"),
      Map.entry("APPAREIL_OUBLIE", "Appareil connu retiré"),
      Map.entry("SECOND_FACTEUR_ACTIVE", "Code à usage unique activé"),
      Map.entry("SECOND_FACTEUR_RETIRE", "Second facteur retiré"),
      Map.entry("STRUCTURE", "Structure modifiée"),
      Map.entry("SUIVI_CLOS", "Suivi clos"),
      Map.entry("SUIVI_EN_VEILLE", "Suivi mis en veille"),
      Map.entry("SUIVI_REPRIS", "Suivi repris"),
      Map.entry("SANS_SUIVI_EXPLIQUE", "Raison écrite de l'absence de suivi"),
      Map.entry("REORIENTATION_DEMANDEE", "Réorientation demandée"),
      Map.entry("REORIENTATION_ACCEPTEE", "Réorientation acceptée"),
      Map.entry("REORIENTATION_REFUSEE", "Réorientation refusée"),
      Map.entry("REORIENTATION_RETIREE", "Demande de réorientation retirée"),
      Map.entry("REORIENTATION_ANNULEE", "Décision de réorientation annulée"),
      Map.entry("PARCOURS_SOCIAL_MAINTENU", "Parcours social maintenu"),
      Map.entry("MAINTIEN_ANNULE", "Maintien annulé"),
      Map.entry("REFERENT_CHANGE", "Référent changé"));

  private Actes() {}

  /** True when the table has the act. */
  public static boolean connu(String acte) {
    return LIBELLES.containsKey(acte);
  }

  /** The act in French; one that an older version wrote and that has no label is shown in small letters. */
  public static String libelle(String acte) {
    String libelle = LIBELLES.get(acte);
    if (libelle != null) {
      return libelle;
    }
    String mots = acte.toLowerCase(Locale.ROOT).replace('_', ' ');
    return mots.isEmpty() ? "" : Character.toUpperCase(mots.charAt(0)) + mots.substring(1);
  }
}
