package fr.jalon.echanges.tableur.domaine;

import fr.jalon.socle.CleDeRecherche;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column may hold, whatever the kind of spreadsheet ({@link GenreDeTableur}). Headers are recognised whatever their case and accents. */
public enum Champ {
  NOM("Nom", "TIFOUR", "nom usage", "nom d usage", "nom beneficiaire", "nom de famille", "nom allocataire", "nom usager", "nom responsable dossier",
      "nom demandeur", "nom de l allocataire"),
  PRENOM("Prénom", "Sophie", "prenom beneficiaire", "prenom allocataire", "prenom usager", "prenoms", "prenom responsable dossier",
  "prenom demandeur", "prenom de l allocataire", "prenom usuel"),
  CIVILITE("Civilité", "Mme", "titre", "civ", "qualite"),
  NOM_NAISSANCE("Nom de naissance", "MARTIN", "nom naissance", "nom de jeune fille", "nom patronymique"),
  NAISSANCE("Date de naissance", "23/03/1977", "ne le", "nee le", "ne e le", "nee ou ne le", "ne ou nee le", "naissance", "date naissance", "ddn",
  "date naiss", "date de naiss"),
  ROLE("Rôle", "demandeur", "role personne", "role dans le foyer", "qualite dans le foyer"),
  NIR("NIR", "", "numero de securite sociale", "n de securite sociale", "n secu", "numero secu", "securite sociale", "nss"),
  MATRICULE("Numéro allocataire", "0205599", "n caf", "numero caf", "n allocataire", "matricule", "numero d allocataire", "n allocataire caf msa",
      "numero allocataire caf msa", "matricule caf", "n msa", "numero msa"),
  NUMERO_DEMANDE("Numéro de demande RSA", "01024041052", "n demande rsa", "numero demande rsa", "numero demande", "n demande", "numdemrsa"),
  IDENTIFIANT_FT("Identifiant France Travail", "", "id france travail", "n france travail", "identifiant pole emploi", "id pole emploi",
  "n pole emploi", "id ft", "identifiant ft"),
  OUVERTURE_DROIT("Date d'ouverture des droits", "01/07/2025", "date d entree flux", "date entree flux", "ouverture des droits", "droit ouvert le",
  "droits ouverts le", "ouverture du droit", "date ouverture droits",
      "date d ouverture de droits", "date debut droits devoirs", "date ouverture droit"),
  COURRIEL("Adresse électronique", "sophie.tifour@exemple.fr", "email", "e mail", "mail", "courriel", "adresse mail", "adresses mails",
  "adresse e mail", "mel", "adresse electronique dossier"),
  TELEPHONE("Téléphone", "06 12 34 56 78", "tel", "n tel", "n telephones", "n telephone", "numero de telephone", "portable", "telephone portable",
  "mobile", "tel portable", "n portable",
      "telephone 1", "tel 1", "n telephone dossier", "n telephone 1 dossier"),
  TELEPHONE_2("Second téléphone", "", "telephone 2", "tel 2", "n telephone 2", "n telephone 2 dossier", "autre telephone", "telephone fixe",
  "tel fixe", "fixe", "telephone domicile"),
  ADRESSE("Adresse", "12 rue de la Paix", "voie", "adresse postale", "rue", "numero et voie", "adresse 1", "adresse ligne 1"),
  COMPLEMENT("Complément d'adresse", "Bâtiment B", "complement adresse", "adresse 2", "complement", "adresse ligne 2"),
  CODE_POSTAL("Code postal", "07000", "cp", "cp ville", "code postal ville", "code postal et ville"),
  COMMUNE("Commune", "Privas", "ville", "localite", "nom commune"),
  CODE_COMMUNE("Code INSEE de la commune", "07186", "code insee", "insee", "code commune", "numcom"),
  ORGANISATION("Organisation", "", "structure", "organisme", "organisme referent", "structure referente", "structure d accompagnement"),
  REFERENT("Courriel du référent", "", "referent", "email referent", "e mail referent", "mail referent", "referent email", "adresse mail referent"),
  PARCOURS("Parcours", "", "type de parcours", "orientation", "type d orientation"),
  ORIENTE_LE("Orientée le", "", "date d orientation", "date orientation", "oriente le", "date notification", "date de notification"),
  CONTACT_LE("Date du contact", "12/05/2025", "date", "le", "date contact", "jour du contact", "date du rendez vous", "date rendez vous", "date rdv",
      "date de l entretien", "date entretien", "dernier contact", "date du dernier contact", "date dernier contact"),
  CONTACT_GENRE("Type de contact", "Au bureau", "type", "mode", "modalite", "comment", "nature", "nature du contact", "genre", "mode de contact"),
  PRESENCE("Présence", "Présente", "present", "presente", "statut", "venu", "venue", "presence au rendez vous"),
  DUREE("Durée en minutes", "45", "duree", "duree minutes", "minutes", "temps passe"),
  TENU_PAR("Tenu par", "", "tenu par nom ou courriel", "referent", "courriel du referent", "agent", "intervenant", "travailleur social",
      "conseiller"),
  DIT("Note", "Point sur le permis", "notes", "commentaire", "commentaires", "observation", "observations", "compte rendu", "remarque", "remarques"),
  DECIDE("Décision", "", "decide", "suite", "suites", "suite donnee", "ce qui est decide"),
  THEME("Thème", "Mobilité", "frein", "theme du frein", "type de frein", "domaine", "problematique", "nature du frein"),
  NIVEAU("Niveau", "Fort", "poids", "impact", "intensite", "gravite", "niveau du frein"),
  OUVERT_LE("Ouvert le", "03/02/2025", "date d ouverture", "ouverture", "constate le", "date du constat", "date de diagnostic", "date du diagnostic",
      "depuis le", "date"),
  LEVE_EN_PARTIE_LE("Levé en partie le", "", "partiellement leve le", "leve partiellement le", "date de levee partielle"),
  LEVE_LE("Levé le", "", "date de levee", "leve", "resolu le", "date de resolution", "date de fin"),
  ACTION("Action", "S'inscrire au code ou au permis", "action engagee", "action prevue", "action menee", "demarche"),
  ACTION_ETAT("État de l'action", "En cours", "etat action", "statut de l action", "statut action", "avancement"),
  ACTION_LE("Date de l'action", "10/02/2025", "date action", "action le", "action depuis le"),
  ECRIT_LE("Écrit le", "12/05/2025", "date", "le", "jour", "date de l ecrit", "date de la note", "date ecrit"),
  TEXTE("Texte", "Cherche un logement plus près de la gare", "note", "notes", "commentaire", "commentaires", "observation", "observations", "contenu",
      "message"),
  AUTEUR("Écrit par", "", "auteur", "redacteur", "agent", "intervenant", "saisi par", "professionnel"),
  SORTIE_RAISON("Raison de la sortie", "Emploi", "raison", "motif", "motif de sortie", "motif de la sortie", "nature de la sortie", "type de sortie"),
  SORTIE_LE("Date de la sortie", "01/03/2025", "date", "le", "date de sortie", "sortie le", "date de reprise", "date d embauche", "debut du contrat"),
  CONTRAT("Contrat de travail", "CDI", "contrat", "type de contrat", "nature du contrat"),
  SORTIE_FIN("Fin du contrat", "", "date de fin", "fin", "fin de contrat", "date de fin de contrat", "jusqu au"),
  HEURES_EMPLOI("Heures de travail par semaine", "35", "heures", "heures hebdomadaires", "duree hebdomadaire", "temps de travail"),
  EMPLOYEUR("Employeur", "", "entreprise", "organisme de formation", "nom de l employeur"),
  METIER("Métier", "", "code rome", "rome", "poste", "metier rome", "emploi"),
  CONTRAT_DEPUIS("Premier jour", "01/09/2025", "debut", "date de debut", "du", "depuis le", "debut du contrat", "date de debut du contrat"),
  CONTRAT_FIN("Dernier jour", "28/02/2026", "fin", "date de fin", "au", "jusqu au", "echeance", "fin du contrat", "date de fin du contrat"),
  CONTRAT_SIGNE_LE("Signé le", "01/09/2025", "signe le", "date de signature", "signature", "date signature", "date de validation"),
  INTENSITE("Intensité", "Renforcée", "intensite de l accompagnement", "niveau", "modalite", "niveau d intensite"),
  OBJECTIFS("Objectifs", "Passer le permis | Chercher un logement", "objectif", "objectifs du contrat", "engagements", "actions"),
  HEURES("Heures par semaine", "15", "heures", "nombre d heures", "volume horaire", "heures hebdomadaires"),
  PUBLIC("Public", "Jeune", "public suivi", "type de public", "categorie"),
  COHORTE("Cohorte", "", "cohorte ou dispositif", "dispositif", "promotion"),
  DEPUIS("Suivie depuis le", "01/09/2025", "depuis", "depuis le", "suivi depuis le", "date d entree", "date de debut", "debut du suivi", "entree le"),
  INFORMEE("Informée", "oui", "informe", "information donnee", "a ete informee", "personne informee", "rgpd");

  private static final int TITRE_LE_PLUS_LONG = 60;
  private final String libelle;
  private final String exemple;
  private final Set<String> noms;

  Champ(String libelle, String exemple, String... autresNoms) {
    this.libelle = libelle;
    this.exemple = exemple;
    this.noms = Stream.concat(Stream.of(CleDeRecherche.de(libelle)), Arrays.stream(autresNoms)).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** As shown, and header of the template. */
  public String libelle() {
    return libelle;
  }

  /** Value in the template; empty when the field is better left aside. */
  public String exemple() {
    return exemple;
  }

  /** True for a day. */
  public boolean date() {
    return switch (this) {
      case NAISSANCE, OUVERTURE_DROIT, ORIENTE_LE, CONTACT_LE, OUVERT_LE, LEVE_EN_PARTIE_LE, LEVE_LE, ACTION_LE, DEPUIS, SORTIE_LE, SORTIE_FIN,
          CONTRAT_DEPUIS, CONTRAT_FIN, CONTRAT_SIGNE_LE -> true;
      default -> false;
    };
  }

  /** Names by which a header says it, keys of search. */
  Set<String> noms() {
    return noms;
  }

  /** The field a header names, or {@code null}. @param parNom fields by name, the first that takes it */
  static Champ reconnu(String entete, Map<String, Champ> parNom) {
    if (entete.length() > TITRE_LE_PLUS_LONG) {
      return null;
    }
    String cle = CleDeRecherche.de(entete.replace("°", " "));
    Champ champ = parNom.get(cle);
    return champ == null && cle.startsWith("numero ") ? parNom.get("n " + cle.substring("numero ".length())) : champ;
  }

  /** The field of that name, or {@code null}. */
  public static Champ lire(String nom) {
    return Arrays.stream(values()).filter(c -> c.name().equals(nom)).findFirst().orElse(null);
  }
}
