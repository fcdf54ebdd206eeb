package fr.jalon.justedroit.domaine;

/** What may explain a difference, and what to check. None of them accuses anybody: the file does not know everything. */
public enum Explication {
  /** Under one euro. */
  ARRONDI("Arrondi", "Moins d'un euro : rien à vérifier.", "L. 262-2 CASF"),
  /** The Département reduced the right. */
  REDUCTION("Réduction décidée par le Département",
      "Elle est déjà retirée dans la comparaison : vérifier seulement sa date de fin.", "L. 262-37 CASF"),
  /** The payer abated resources. */
  ABATTEMENT("Abattement de ressources par la caisse", "Demander à la caisse le revenu concerné et sa raison.", "R. 262-13 CASF"),
  /** The payer left an income out. */
  NEUTRALISATION("Revenu neutralisé par la caisse", "Vérifier que le revenu a bien cessé et que rien ne le remplace.", "R. 262-13 CASF"),
  /** Majoration on one side only. */
  MAJORATION("Majoration pour parent isolé", "Vérifier depuis quand la personne est seule, et l'âge du plus jeune enfant.",
      "L. 262-9 et R. 262-2 CASF"),
  /** Not the same persons counted. */
  COMPOSITION("Personnes comptées dans le foyer", "Vérifier la situation de famille et les enfants à charge.", "R. 262-1 et R. 262-3 CASF"),
  /** Nothing known of the housing. */
  LOGEMENT("Logement", "Vérifier comment le foyer est logé et son aide au logement.", "R. 262-9 et R. 262-10 CASF"),
  /** Family benefits not in the file. */
  PRESTATIONS("Prestations familiales", "Vérifier les prestations familiales du mois : elles ne sont pas toutes dans le fichier.",
      "R. 262-10-1 et R. 262-11 CASF"),
  /** The payer kept other resources than those declared. */
  RESSOURCES("Ressources retenues par la caisse", "Comparer la déclaration trimestrielle et ce que la caisse a retenu.", "R. 262-7 CASF"),
  /** The quarter counted is another one. */
  MOIS_DE_REFERENCE("Mois de référence", "Vérifier quel trimestre de ressources la caisse a compté.", "R. 262-7 CASF (décret 2025-185)"),
  /** The former figures are still paid. */
  REVALORISATION("Revalorisation pas encore appliquée", "Regarder le mois suivant : la caisse régularise d'ordinaire.", "L. 262-2 CASF"),
  /** The right does not look open. */
  OUVERTURE("Conditions d'ouverture", "Vérifier l'âge, les enfants et le titre de séjour : le fichier ne les dit pas tous.",
      "L. 262-4 et L. 262-7-1 CASF"),
  /** Something is missing. */
  DONNEE_MANQUANTE("Donnée absente du fichier", "Demander la donnée à la caisse ou à la personne.", "R. 262-6 CASF"),
  /** A kind of resource nobody said how to count. */
  NATURE_INCONNUE("Ressource d'une nature non prise en compte", "Vérifier comment cette ressource doit compter.", "R. 262-6 CASF"),
  /** A self-employed person. */
  INDEPENDANT("Revenu d'indépendant", "Vérifier l'évaluation des revenus non salariés.", "R. 262-19 à R. 262-23 CASF"),
  /** Nothing found. */
  A_EXAMINER("Rien dans le fichier ne l'explique", "Rapprocher le dossier de la caisse et la dernière déclaration.", "L. 262-40 CASF");

  private final String libelle;
  private final String verification;
  private final String article;

  Explication(String libelle, String verification, String article) {
    this.libelle = libelle;
    this.verification = verification;
    this.article = article;
  }

  /** A few words. */
  public String libelle() {
    return libelle;
  }

  /** What to check. */
  public String verification() {
    return verification;
  }

  /** Text it rests on. */
  public String article() {
    return article;
  }
}
