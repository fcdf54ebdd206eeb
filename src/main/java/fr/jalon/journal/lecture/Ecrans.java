package fr.jalon.journal.lecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The screens that show persons, in plain French, by their address without numbers. One that is not here yet is shown by its address. */
public final class Ecrans {
  private static final Map<String, String> LIBELLES = new LinkedHashMap<>();

  static {
    nommer("Dossier", "/dossier/{id}", "/dossier/{id}/parcours", "/dossier/{id}/echanges", "/dossier/{id}/droits", "/dossier/{id}/procedures");
    nommer("Dossier entier, à imprimer", "/dossier/{id}/entier");
    nommer("Coordonnées d'un dossier", "/dossier/{id}/coordonnees");
    nommer("NIR d'un dossier", "/dossier/{id}/nir");
    nommer("Droits d'une personne sur ses données", "/dossier/{id}/donnees", "/dossier/{id}/donnees/demandes", "/dossier/{id}/donnees/demandes/{demande}/reponse",
        "/dossier/{id}/donnees/retenue", "/dossier/{id}/donnees/retenue/{retenue}/lever");
    nommer("Copie des données d'une personne", "/dossier/{id}/donnees/copie.pdf", "/dossier/{id}/donnees/copie.json");
    nommer("Liste des allocataires", "/allocataires", "/allocataires/export");
    nommer("Doublons possibles", "/doublons", "/doublons/{id}");
    nommer("Signaler un doublon", "/doublons/signaler");
    nommer("Diagnostic", "/diagnostic/{personne}", "/diagnostic/{personne}/saisie");
    nommer("Nouveaux entrants", "/nouveaux-entrants", "/nouveaux-entrants/export");
    nommer("Convocation à une information collective", "/nouveaux-entrants/convocation", "/nouveaux-entrants/convocation/proposition");
    nommer("Orientation", "/orientations/nouvelle", "/orientations", "/orientations/referents");
    nommer("Affectation d'une liste", "/orientations/affectation", "/orientations/affectation/proposition");
    nommer("Affectation d'une longue liste", "/orientations/affectation/longue/{id}", "/orientations/affectation/longue/{id}/avancement");
    nommer("Référents à désigner", "/referents-a-designer");
    nommer("Premières rencontres", "/premieres-rencontres");
    nommer("Personnes sans suivi", "/sans-suivi", "/sans-suivi/export");
    nommer("Réorientations", "/reorientations", "/reorientations/export");
    nommer("Une réorientation", "/reorientations/{id}", "/reorientations/nouvelle", "/reorientations/{id}/accepter", "/reorientations/{id}/refuser", "/reorientations/{id}/retirer",
        "/reorientations/{id}/annuler");
    nommer("Réexamens", "/reexamens", "/reexamens/export", "/reexamens/maintenir");
    nommer("Agenda", "/agenda", "/agenda/creneaux/{id}");
    nommer("Rendez-vous à noter", "/agenda/a-noter");
    nommer("Rendez-vous à revoir", "/agenda/a-revoir");
    nommer("Rendez-vous à donner", "/agenda/personnes/{id}");
    nommer("Un rendez-vous", "/agenda/entretiens/{id}");
    nommer("Informations collectives", "/informations-collectives");
    nommer("Une information collective", "/informations-collectives/{id}", "/informations-collectives/{id}/annuler");
    nommer("Feuille d'émargement", "/informations-collectives/{id}/feuille");
    nommer("Présence à une information collective", "/informations-collectives/{id}/presence", "/informations-collectives/{id}/presence/{convocation}");
    nommer("Courriers", "/courriers", "/courriers/export");
    nommer("Aperçu des courriers à imprimer", "/courriers/apercu");
    nommer("Un courrier", "/courriers/messages/{id}", "/courriers/messages/{id}/pdf");
    nommer("Un lot de courriers", "/courriers/lots/{id}", "/courriers/lots/{id}/poste", "/courriers/lots/{id}/pas-poste");
    nommer("PDF d'un lot de courriers", "/courriers/lots/{id}/pdf");
    nommer("Courriers revenus", "/courriers/retours");
    nommer("Aperçu d'un modèle de courrier", "/modeles-de-courrier/{code}", "/modeles-de-courrier/{code}/apercu", "/modeles-de-courrier/{code}/pdf");
    nommer("Personnes d'un indicateur", "/indicateurs/{code}", "/indicateurs/{code}/export");
    nommer("Simulation d'un emploi", "/simuler/dossier/{id}", "/simuler");
    nommer("Aide au poste", "/aide-au-poste/export");
    nommer("Foyers à vérifier", "/verifier", "/verifier/export");
    nommer("Vérification d'un droit", "/verifier/dossier/{id}");
    nommer("Rapport d'un fichier chargé", "/imports/{id:\\d+}", "/imports/{id:\\d+}/personnes", "/imports/{id:\\d+}/ecart", "/imports/{id:\\d+}/ecarter", "/imports/{id:\\d+}/annuler");
    nommer("Fichier d'origine", "/imports/{id:\\d+}/original");
    nommer("Rejets", "/imports/rejets", "/imports/{id:\\d+}/rejets", "/imports/rejets/{id}/rejouer", "/imports/rejets/{id}/ecarter");
    nommer("Lignes d'un tableur", "/imports/tableur/{id:\\d+}", "/imports/tableur/{id:\\d+}/colonnes", "/imports/tableur/{id:\\d+}/lignes/{rang}", "/imports/tableur/{id:\\d+}/erreurs.csv");
    nommer("Livraisons des webhooks", "/acces-api/livraisons", "/acces-api/livraisons/export", "/api/v1/webhooks/{id}/livraisons");
    nommer("API : nouveaux entrants", "/api/v1/nouveaux-entrants");
    nommer("API : orientation d'une personne", "/api/v1/personnes/{id}/orientation");
    nommer("API : présences", "/api/v1/sessions/{id}/presences", "/api/v1/sessions/{id}/presences/{personne}");
    nommer("Lien de la personne", "/r/{code}", "/r/{code}/creneau");
    nommer("Imports", "/imports", "/imports/depot");
    nommer("Comptes des agents", "/habilitations", "/habilitations/{id}", "/habilitations/{id}/mot-de-passe", "/habilitations/{id}/second-facteur", "/habilitations/{id}/desactiver",
        "/habilitations/{id}/reactiver");
    nommer("Connexion", "/connexion", "/connexion/code", "/connexion/mot-de-passe", "/connexion/cle");
    nommer("Mon compte", "/mon-compte", "/mon-compte/mot-de-passe", "/mon-compte/code", "/mon-compte/code/retirer", "/mon-compte/sessions/fermer");
    nommer("Structures et référents", "/structures");
    nommer("Paramètres", "/parametres");
    nommer("Accès à l'API", "/acces-api", "/acces-api/{id}");
    nommer("Journal", "/journal", "/journal/{id:\\d+}", "/journal/export.xlsx", "/journal/export.csv");
  }

  private Ecrans() {}

  private static void nommer(String libelle, String... adresses) {
    for (String adresse : adresses) {
      LIBELLES.put(adresse, libelle);
    }
  }

  /** The screen in French; {@code null} for none. */
  public static String libelle(String adresse) {
    return adresse == null ? null : LIBELLES.getOrDefault(adresse, adresse);
  }

  /** The names, in the order of the menu. */
  public static List<String> libelles() {
    return LIBELLES.values().stream().distinct().toList();
  }

  /** The addresses of a screen, by its name; an address stands for itself. */
  static String[] adresses(String nom) {
    String[] trouvees = LIBELLES.entrySet().stream().filter(e -> e.getValue().equals(nom)).map(Map.Entry::getKey).toArray(String[]::new);
    return trouvees.length == 0 ? new String[] {nom} : trouvees;
  }
}
