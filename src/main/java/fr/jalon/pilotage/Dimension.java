package fr.jalon.pilotage;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A way of breaking a figure down. The name in lower case is the column of the indicators' rows. */
public enum Dimension {
  TERRITOIRE("Territoire", Map.of()),
  FOYER("Type de foyer", Map.of("HOMME_SEUL", "Homme seul", "FEMME_SEULE", "Femme seule", "HOMME_SEUL_ENFANTS", "Homme seul avec enfants",
      "FEMME_SEULE_ENFANTS", "Femme seule avec enfants", "COUPLE", "Couple sans enfant", "COUPLE_ENFANTS", "Couple avec enfants",
      "INCONNU", "Situation inconnue"),
      "HOMME_SEUL", "FEMME_SEULE", "FEMME_SEULE_ENFANTS", "HOMME_SEUL_ENFANTS", "COUPLE", "COUPLE_ENFANTS"),
  AGE("Âge", Map.of("<25", "Moins de 25 ans", "25-29", "25 à 29 ans", "30-39", "30 à 39 ans", "40-49", "40 à 49 ans", "50-54", "50 à 54 ans",
      "55-59", "55 à 59 ans", "60-64", "60 à 64 ans", ">=65", "65 ans et plus", "INCONNU", "Âge inconnu"),
      "<25", "25-29", "30-39", "40-49", "50-54", "55-59", "60-64", ">=65"),
  ANCIENNETE("Ancienneté au RSA", Map.of("1-3", "1 à 3 mois", "4-6", "4 à 6 mois", "7-12", "7 à 12 mois", "13-24", "13 à 24 mois",
      "25-36", "25 à 36 mois", "37-48", "37 à 48 mois", "49+", "49 mois et plus"), "1-3", "4-6", "7-12", "13-24", "25-36", "37-48", "49+"),
  PAYEUR("Organisme payeur", Map.of("CAF", "CAF", "MSA", "MSA"), "CAF", "MSA"),
  PARCOURS("Parcours", Map.of("SOCIAL", "Social", "SOCIOPROFESSIONNEL", "Socioprofessionnel", "PROFESSIONNEL", "Professionnel",
      "AUCUN", "Sans orientation"), "SOCIAL", "SOCIOPROFESSIONNEL", "PROFESSIONNEL", "AUCUN"),
  SDD("Droits et devoirs", Map.of("OUI", "Soumise aux droits et devoirs", "NON", "Non soumise"), "OUI", "NON"),
  TNS("Travail non salarié", Map.of("OUI", "Travaille à son compte", "NON", "Ne travaille pas à son compte"), "OUI", "NON"),
  SEXE("Sexe", Map.of("FEMME", "Femmes", "HOMME", "Hommes", "INCONNU", "Sexe inconnu"), "FEMME", "HOMME"),
  MOIS("Mois", Map.of()),
  PRESTATION("Prestation", Map.of("SOCLE", "Socle", "MAJORE", "Majoré"), "SOCLE", "MAJORE"),
  MOUVEMENT("Mouvement", Map.of("ARRIVEE_NOUVELLE", "Arrivées : droit nouveau", "ARRIVEE_REPRISE", "Arrivées : fin d'une suspension",
      "ARRIVEE_RETOUR", "Arrivées : retour après clôture ou absence", "DEPART_SUSPENSION", "Départs : droit suspendu", "DEPART_CLOTURE", "Départs : droit clos",
      "DEPART_ABSENT", "Départs : foyer absent du fichier", "DEPART_FOYER", "Départs : personne partie du foyer"),
      "ARRIVEE_NOUVELLE", "ARRIVEE_REPRISE", "ARRIVEE_RETOUR", "DEPART_SUSPENSION", "DEPART_CLOTURE", "DEPART_ABSENT", "DEPART_FOYER"),
  VERSEMENT("Organisme et prestation", Map.of("CAF-SOCLE", "CAF, socle", "CAF-MAJORE", "CAF, majoré", "MSA-SOCLE", "MSA, socle",
      "MSA-MAJORE", "MSA, majoré"), "CAF-SOCLE", "CAF-MAJORE", "MSA-SOCLE", "MSA-MAJORE"),
  ORGANISATION("Organisation du référent", Map.of()),
  TYPE_STRUCTURE("Type de structure", Map.of("DEPARTEMENT", "Département", "FRANCE_TRAVAIL", "France Travail", "EXTERNE", "Externe"),
      "DEPARTEMENT", "FRANCE_TRAVAIL", "EXTERNE"),
  RAISON("Raison", Map.of("DIAGNOSTIC_A_FAIRE", "Diagnostic à faire", "DECISION_A_PRENDRE", "Décision à prendre", "LETTRE_A_POSTER", "Décidée, lettre à poster",
      "EN_PAUSE", "En pause : droit suspendu, ou plus soumise"),
      "DIAGNOSTIC_A_FAIRE", "DECISION_A_PRENDRE", "LETTRE_A_POSTER", "EN_PAUSE"),
  AGE_DU_DOSSIER("Âge du dossier", Map.of("1-15", "15 jours ou moins", "16-31", "16 à 31 jours", "32-42", "32 à 42 jours", "43-90", "43 à 90 jours",
      "91+", "Plus de 90 jours"), "1-15", "16-31", "32-42", "43-90", "91+"),
  REFERENT("Référent", Map.of()),
  SESSION("Session", Map.of());

  private static final List<String> MOIS_EN_LETTRES = List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
      "septembre", "octobre", "novembre", "décembre");

  private final String libelle;
  private final Map<String, String> libelles;
  private final List<String> valeursConnues;

  Dimension(String libelle, Map<String, String> libelles, String... valeursConnues) {
    this.libelle = libelle;
    this.libelles = libelles;
    this.valeursConnues = List.of(valeursConnues);
  }

  /** French name for the screen. */
  public String libelle() {
    return libelle;
  }

  /** The values that always appear in a breakdown, in order, even at zero; empty when only the data know them. */
  public List<String> valeursConnues() {
    return valeursConnues;
  }

  /** French name of one of its values, e.g. {@code "25-29"} is "25 à 29 ans", {@code "2025-08"} is "août 2025"; {@code null} for none. */
  public String libelleValeur(String valeur) {
    if (valeur == null) {
      return null;
    }
    if (this == MOIS && valeur.matches("\\d{4}-\\d{2}")) {
      return MOIS_EN_LETTRES.get(Integer.parseInt(valeur.substring(5)) - 1) + " " + valeur.substring(0, 4);
    }
    return libelles.getOrDefault(valeur, valeur);
  }

  /** Column in the rows of an indicator. */
  String colonne() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** SQL of the value as text, in rows named {@code l}. */
  String texte() {
    return this == MOIS ? "to_char(l.mois, 'YYYY-MM')" : "l." + colonne();
  }
}
