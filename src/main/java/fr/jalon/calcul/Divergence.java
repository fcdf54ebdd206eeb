package fr.jalon.calcul;

/** A point where the law is not what the public model computes. Each is on by default and off with the option conforme-openfisca. */
public enum Divergence {
  /** Reference months M-4 to M-2 for everyone from 1 March 2025; the model asks the caller. */
  MOIS_DE_REFERENCE("Décret 2025-185 du 26/02/2025 ; R. 262-4 et R. 262-7 CASF, R. 843-1 CSS", Fiabilite.H,
      "Les ressources comptées sont celles des mois M-4 à M-2 pour tous depuis le 1er mars 2025."),
  /** A couple under 25 who expects a child has a right. */
  COUPLE_ATTENDANT_UN_ENFANT("L. 262-4 1° CASF", Fiabilite.M, "Un enfant à naître ouvre le droit avant 25 ans, en couple aussi."),
  /** The RSA for young workers opens at 18, not after. */
  DIX_HUIT_ANS("L. 262-7-1 CASF", Fiabilite.M, "Le RSA jeune actif est ouvert à 18 ans, le mois de l'anniversaire passé."),
  /** One adult must meet all the conditions; the model lets one be old enough and the other have the permit. */
  MEME_BENEFICIAIRE("L. 262-4 CASF", Fiabilite.M, "C'est le même adulte qui remplit toutes les conditions d'âge, de séjour et d'activité."),
  /** A partner without the right of residence is not counted in the forfait. */
  CONJOINT_SANS_DROIT_AU_SEJOUR("L. 262-5 CASF", Fiabilite.M,
      "Un conjoint qui ne remplit pas la condition de séjour n'est pas compté dans le montant forfaitaire ; ses ressources le sont."),
  /** Refugees, subsidiary protection, stateless, resident card: no years of residence asked. */
  TITRE_DISPENSE_DE_DUREE("L. 262-4 2° CASF", Fiabilite.M,
      "Réfugiés, protection subsidiaire, apatrides et carte de résident n'attendent pas cinq ans."),
  /** On leave without pay: no right. */
  CONGE_SANS_SOLDE("L. 262-4 4° CASF", Fiabilite.M, "Un congé parental, sabbatique ou sans solde, ou une disponibilité, ferme le droit."),
  /** An income stopped any time since the first reference month is left out; the model sees a stop of this very month only. */
  NEUTRALISATION("R. 262-13 CASF", Fiabilite.M,
      "Un revenu qui a cessé sans revenu de remplacement n'est plus compté, même s'il a cessé avant le mois dernier."),
  /**
   * Pay of a training and allocation de sécurisation professionnelle replace an income that stopped; for the model only unemployment benefit,
   * pensions and daily allowances do.
   */
  REVENU_DE_SUBSTITUTION("R. 262-13 CASF", Fiabilite.M,
      "La rémunération d'une formation et l'allocation de sécurisation professionnelle remplacent le revenu qui a cessé : il reste compté."),
  /** The majoration lasts 12 months within 18, or until the child is 3; the model believes the caller. */
  DUREE_DE_LA_MAJORATION("L. 262-9 et R. 262-2 CASF", Fiabilite.M, "La majoration dure douze mois, ou jusqu'aux 3 ans du plus jeune enfant."),
  /** A child counts from the month of birth, not before; the mother was pregnant. */
  ENFANT_COMPTE_DES_SA_NAISSANCE("R. 262-3 CASF", Fiabilite.M, "Un enfant compte à partir du mois de sa naissance ; avant, la mère est enceinte."),
  /** Half of what the child adds when residence alternates. */
  GARDE_ALTERNEE("R. 262-3 CASF ; jurisprudence du Conseil d'État à vérifier", Fiabilite.L,
      "Un enfant en garde alternée ajoute la moitié de ce qu'il ajouterait."),
  /** Anniversaries, not years of 365.2425 days. */
  AGE_A_L_ANNIVERSAIRE("L. 262-4 CASF", Fiabilite.H, "L'âge change le jour de l'anniversaire ; il est lu le premier du mois."),
  /** The work that opens the prime d'activité is looked for in the reference months. */
  MOIS_QUI_OUVRENT_LA_PRIME("L. 842-3 et R. 843-1 CSS", Fiabilite.M,
      "L'activité qui ouvre la prime est cherchée dans les mois de référence, pas dans les trois derniers mois."),
  /** The amount paid is in cents. */
  ARRONDI_AU_CENTIME("Aucun texte trouvé", Fiabilite.L, "Le montant versé est arrondi au centime le plus proche."),
  /** The amount is fixed for three months; used by {@link Simulation}, a single month does not know its quarter. */
  MONTANT_FIXE_TROIS_MOIS("R. 262-4 CASF, R. 843-1 CSS", Fiabilite.H,
      "Le montant est fixé pour trois mois ; le travail repris entre-temps ne le change pas."),
  /** A child cannot be older than every adult; the model does not look at it. */
  FILIATION_VRAISEMBLABLE("Contrôle de la saisie", Fiabilite.H, "Un enfant plus âgé que tous les adultes est une erreur de saisie.");

  /** How far the reading of the text may be relied on. */
  public enum Fiabilite {
    /** The text, or a document that repeats it, was read. */
    H,
    /** A secondary source was read. */
    M,
    /** From memory: to be checked on Légifrance. */
    L
  }

  private final String article;
  private final Fiabilite fiabilite;
  private final String phrase;

  Divergence(String article, Fiabilite fiabilite, String phrase) {
    this.article = article;
    this.fiabilite = fiabilite;
    this.phrase = phrase;
  }

  /** Text it rests on. */
  public String article() {
    return article;
  }

  /** How far it may be relied on. */
  public Fiabilite fiabilite() {
    return fiabilite;
  }

  /** What the law says, in a French sentence. */
  public String phrase() {
    return phrase;
  }
}
