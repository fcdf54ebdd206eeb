package fr.jalon.handicap.domaine;

/** A right that the commission (CDAPH) grants (L. 241-6 CASF). */
public enum DroitMdph {
  /** Reconnaissance de la qualité de travailleur handicapé (L. 5213-2 of the code du travail). */
  RQTH("RQTH", "Travailleur handicapé (RQTH)", "Elle ouvre Cap emploi, les aides de l'Agefiph, l'entreprise adaptée, et l'insertion par l'activité économique plus facilement. "
      + "Elle se dit à un employeur si la personne le veut."),
  /** Allocation aux adultes handicapés (L. 821-1 and L. 821-2 CSS). */
  AAH("AAH", "Allocation aux adultes handicapés (AAH)", "C'est souvent plus que le RSA. Elle passe avant lui : la CAF ou la MSA la calcule, puis revoit le RSA, "
      + "qui baisse ou s'arrête. Prévenez la personne qu'un rappel d'AAH peut rembourser du RSA déjà versé."),
  /** Protected or adapted work, vocational rehabilitation, supported employment. */
  ORIENTATION_PRO("Orientation", "Orientation professionnelle (ESAT, réadaptation, emploi accompagné)", "Le parcours peut changer : voyez avec France Travail et Cap emploi, "
      + "et demandez une réorientation si l'accompagnement ne convient plus."),
  /** Prestation de compensation du handicap (L. 245-1 CASF). */
  PCH("PCH", "Prestation de compensation (PCH)", "Elle paie des aides de tous les jours. Elle ne compte pas dans le calcul du RSA."),
  /** Carte mobilité inclusion (L. 241-3 CASF). */
  CMI("CMI", "Carte mobilité inclusion (CMI)", "Elle facilite le stationnement ou évite d'attendre debout."),
  /** Another one. */
  AUTRE("Autre", "Autre droit", "Lisez la décision avec la personne.");

  private final String court;
  private final String libelle;
  private final String change;

  DroitMdph(String court, String libelle, String change) {
    this.court = court;
    this.libelle = libelle;
    this.change = change;
  }

  /** In a list: {@code RQTH}. */
  public String court() {
    return court;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** What it changes once granted, for whoever follows the person. */
  public String change() {
    return change;
  }

  /** The parameter that says how many years it lasts at most. */
  public String cleDeLaDuree() {
    return "handicap.duree_" + name().toLowerCase(java.util.Locale.ROOT);
  }
}
