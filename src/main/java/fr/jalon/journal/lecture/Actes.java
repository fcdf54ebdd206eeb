package fr.jalon.journal.lecture;

import java.util.Locale;
import java.util.Map;

/** The acts of the journal in plain French. A code that is not here yet is shown as it is, in small letters. */
public final class Actes {
  private static final Map<String, String> LIBELLES = Map.ofEntries(
      Map.entry("AGENT_CREE", "Compte créé"),
      Map.entry("AGENT_DESACTIVE", "Accès retiré"),
      Map.entry("AGENT_LIE", "Compte lié au service d'identité"),
      Map.entry("AGENT_MODIFIE", "Compte modifié"),
      Map.entry("AGENT_REACTIVE", "Accès rendu"),
      Map.entry("CLE_ACCES_AJOUTEE", "Clé d'accès ajoutée"),
      Map.entry("CLE_ACCES_RETIREE", "Clé d'accès retirée"),
      Map.entry("CONNEXION", "Connexion"),
      Map.entry("CONNEXION_REFUSEE", "Connexion refusée"),
      Map.entry("CONSULTATION", "Dossier consulté"),
      Map.entry("DECONNEXION", "Déconnexion"),
      Map.entry("EXPORT", "Liste exportée"),
      Map.entry("FUSION", "Personnes fusionnées"),
      Map.entry("FUSION_ANNULEE", "Fusion défaite"),
      Map.entry("IMPORT", "Fichier chargé"),
      Map.entry("IMPORT_REFUSE", "Fichier refusé"),
      Map.entry("MOT_DE_PASSE_CHANGE", "Mot de passe changé"),
      Map.entry("MOT_DE_PASSE_REINITIALISE", "Mot de passe réinitialisé"),
      Map.entry("NIR_AFFICHE", "NIR affiché"),
      Map.entry("ORIENTATION", "Orientation enregistrée"),
      Map.entry("SECOND_FACTEUR_ACTIVE", "Code à usage unique activé"),
      Map.entry("SECOND_FACTEUR_RETIRE", "Second facteur retiré"));

  private Actes() {}

  /** The act in French. */
  public static String libelle(String acte) {
    String libelle = LIBELLES.get(acte);
    if (libelle != null) {
      return libelle;
    }
    String mots = acte.toLowerCase(Locale.ROOT).replace('_', ' ');
    return mots.isEmpty() ? "" : Character.toUpperCase(mots.charAt(0)) + mots.substring(1);
  }
}
