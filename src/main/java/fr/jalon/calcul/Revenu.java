package fr.jalon.calcul;

import java.util.HashMap;
import java.util.Map;

/** The kinds of monthly income that count, by their name in files (that of the public model) and by what the texts do with them. */
public enum Revenu {
  /** Net pay of an employee; since 2024 agents copy the montant net social. */
  SALAIRE_NET("salaire_net", "Salaire net", Sorte.ACTIVITE),
  /** Partial unemployment paid through the employer. */
  CHOMAGE_PARTIEL("indemnites_chomage_partiel", "Chômage partiel", Sorte.ACTIVITE),
  /** Pay of an apprentice. */
  APPRENTI("remuneration_apprenti", "Rémunération d'apprenti", Sorte.ACTIVITE),
  /** Pay of a trainee in vocational training. */
  STAGE("revenus_stage_formation_pro", "Stage de formation professionnelle", Sorte.ACTIVITE),
  /** Turnover of a micro-enterprise, buying and selling. */
  CA_VENTE("rpns_auto_entrepreneur_CA_achat_revente", "Chiffre d'affaires, achat et revente", Sorte.CHIFFRE_D_AFFAIRES),
  /** Turnover of a micro-enterprise, services. */
  CA_SERVICES("rpns_auto_entrepreneur_CA_bic", "Chiffre d'affaires, prestations de services", Sorte.CHIFFRE_D_AFFAIRES),
  /** Turnover of a micro-enterprise, liberal professions. */
  CA_LIBERAL("rpns_auto_entrepreneur_CA_bnc", "Chiffre d'affaires, profession libérale", Sorte.CHIFFRE_D_AFFAIRES),
  /** Daily allowances of maternity, paternity or adoption: always earned income. */
  IJ_MATERNITE("indemnites_journalieres_maternite", "Indemnités journalières de maternité", Sorte.IJ_PARENT),
  /** Daily allowances of illness: earned income while the stop is recent. */
  IJ_MALADIE("indemnites_journalieres_maladie", "Indemnités journalières de maladie", Sorte.IJ_ARRET),
  /** Daily allowances of an accident at work. */
  IJ_ACCIDENT("indemnites_journalieres_accident_travail", "Indemnités journalières d'accident du travail", Sorte.IJ_ARRET),
  /** Unemployment benefit (ARE). */
  CHOMAGE("chomage_net", "Allocation chômage", Sorte.REMPLACEMENT),
  /** Pension. */
  RETRAITE("retraite_nette", "Retraite", Sorte.REMPLACEMENT),
  /** Allocation de sécurisation professionnelle. */
  ASP("allocation_securisation_professionnelle", "Allocation de sécurisation professionnelle", Sorte.AUTRE_HORS_PRIME),
  /** Exceptional gains. */
  GAINS("gains_exceptionnels", "Gains exceptionnels", Sorte.AUTRE_HORS_PRIME),
  /** Maintenance received. */
  PENSION_ALIMENTAIRE("pensions_alimentaires_percues", "Pension alimentaire reçue", Sorte.AUTRE),
  /** Disability pension. */
  PENSION_INVALIDITE("pensions_invalidite", "Pension d'invalidité", Sorte.AUTRE),
  /** Compensatory allowance after a divorce. */
  PRESTATION_COMPENSATOIRE("prestation_compensatoire", "Prestation compensatoire", Sorte.AUTRE),
  /** Monthly lump sum on going back to work. */
  PRIME_REPRISE("prime_forfaitaire_mensuelle_reprise_activite", "Prime forfaitaire de reprise d'activité", Sorte.AUTRE),
  /** Allowance of disabled adults. */
  AAH("aah", "Allocation aux adultes handicapés", Sorte.MINIMUM),
  /** Specific solidarity allowance. */
  ASS("ass", "Allocation de solidarité spécifique", Sorte.MINIMUM);

  /** What the texts do with a kind. */
  public enum Sorte {
    /** Earned income. */
    ACTIVITE,
    /** Earned income after the flat deduction of micro-enterprises. */
    CHIFFRE_D_AFFAIRES,
    /** Earned income without condition. */
    IJ_PARENT,
    /** Earned income while the stop is recent, else other resource. */
    IJ_ARRET,
    /** Replaces an earned income. */
    REMPLACEMENT,
    /** Other resource. */
    AUTRE,
    /** Other resource for the RSA, left out of the prime d'activité by the public model. */
    AUTRE_HORS_PRIME,
    /** Social minimum. */
    MINIMUM
  }

  private static final Map<String, Revenu> PAR_NOM = new HashMap<>();

  static {
    for (Revenu r : values()) {
      PAR_NOM.put(r.nom, r);
    }
  }

  private final String nom;
  private final String libelle;
  private final Sorte sorte;

  Revenu(String nom, String libelle, Sorte sorte) {
    this.nom = nom;
    this.libelle = libelle;
    this.sorte = sorte;
  }

  /** Name in files. */
  public String nom() {
    return nom;
  }

  /** In French, for the screen. */
  public String libelle() {
    return libelle;
  }

  /** What the texts do with it. */
  public Sorte sorte() {
    return sorte;
  }

  /** @return null when no kind has this name */
  public static Revenu nomme(String nom) {
    return PAR_NOM.get(nom);
  }
}
