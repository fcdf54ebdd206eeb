package fr.jalon.personnages;

import static fr.jalon.personnages.Balise.bloc;
import static fr.jalon.personnages.Balise.feuille;

import java.util.ArrayList;
import java.util.List;

/** A person as a CAF or MSA file writes her: {@code PersonneCaf.demandeur("TIFOUR", "SOPHIE").nir("2820251108030").sdd()}. */
public final class PersonneCaf {
  private String nom;
  private String nomNaissance;
  private String prenom;
  private String naissance = "1982-02-01";
  private String nir;
  private String sexe = "2";
  private String role;
  private boolean aCharge = true;
  private Boolean sdd = false;
  private String rattacheeDepuis = "2020-01-15";
  private String identifiantFt;
  private String grossesse;
  private final List<String[]> activites = new ArrayList<>();
  private String[] ressources;

  private PersonneCaf(String role, String nom, String prenom) {
    this.role = role;
    this.nom = nom;
    this.prenom = prenom;
  }

  /** The claimant (DEM). */
  public static PersonneCaf demandeur(String nom, String prenom) {
    return new PersonneCaf("DEM", nom, prenom);
  }

  /** The spouse (CJT). */
  public static PersonneCaf conjoint(String nom, String prenom) {
    return new PersonneCaf("CJT", nom, prenom);
  }

  /** A child (ENF). */
  public static PersonneCaf enfant(String nom, String prenom) {
    return new PersonneCaf("ENF", nom, prenom).ne("2015-06-01");
  }

  /** The same, on her own: what is said of her from now on changes only this one. */
  public PersonneCaf copie() {
    PersonneCaf p = new PersonneCaf(role, nom, prenom);
    p.nomNaissance = nomNaissance;
    p.naissance = naissance;
    p.nir = nir;
    p.sexe = sexe;
    p.aCharge = aCharge;
    p.sdd = sdd;
    p.rattacheeDepuis = rattacheeDepuis;
    p.identifiantFt = identifiantFt;
    p.grossesse = grossesse;
    p.activites.addAll(activites);
    p.ressources = ressources;
    return p;
  }

  public PersonneCaf role(String code) {
    role = code;
    return this;
  }

  /** 13 or 15 characters, or {@code null}. */
  public PersonneCaf nir(String valeur) {
    nir = valeur;
    return this;
  }

  public PersonneCaf nom(String valeur) {
    nom = valeur;
    return this;
  }

  public PersonneCaf prenom(String valeur) {
    prenom = valeur;
    return this;
  }

  public PersonneCaf nomNaissance(String valeur) {
    nomNaissance = valeur;
    return this;
  }

  /** Birth date. */
  public PersonneCaf ne(String jour) {
    naissance = jour;
    return this;
  }

  /** 1 man, 2 woman. */
  public PersonneCaf sexe(String code) {
    sexe = code;
    return this;
  }

  /** Soumise aux droits et devoirs. */
  public PersonneCaf sdd() {
    return sdd(true);
  }

  /** Soumise aux droits et devoirs or not. */
  public PersonneCaf sdd(boolean oui) {
    sdd = oui;
    return this;
  }

  /** The file does not say whether she is soumise aux droits et devoirs: the whole optional block is left out. */
  public PersonneCaf sddNonDit() {
    sdd = null;
    return this;
  }

  /** Not counted in the foyer. */
  public PersonneCaf pasACharge() {
    aCharge = false;
    return this;
  }

  public PersonneCaf identifiantFt(String valeur) {
    identifiantFt = valeur;
    return this;
  }

  /** Pregnancy in progress since that day. */
  public PersonneCaf enceinteDepuis(String jour) {
    grossesse = jour;
    return this;
  }

  /** An activity: code, first day, last day or {@code null}. */
  public PersonneCaf activite(String code, String depuis, String jusqua) {
    activites.add(new String[] {code, depuis, jusqua});
    return this;
  }

  /** Resources of the quarter: first day, last day, monthly amount. */
  public PersonneCaf ressources(String debut, String fin, String montant) {
    ressources = new String[] {debut, fin, montant};
    return this;
  }

  String nir() {
    return nir;
  }

  /** @param nouveau true for the newer tags (VRSD) */
  Balise balise(boolean nouveau) {
    Balise p = bloc("Personne", bloc("Identification", feuille("QUAL", "1".equals(sexe) ? "MR" : "MME"), feuille("NOM", nom),
        feuille("NOMNAI", nomNaissance), feuille("PRENOM", prenom), feuille("DTNAI", naissance), feuille("TYPEDTNAI", "N"), feuille("NIR", nir),
        feuille("TOPVALIEC", nir == null ? "0" : "1"), feuille("SEXE", sexe)));
    if (nouveau) {
      p.ajouter(bloc("DossierCafMsa", feuille("TOPRESPDOS", role.equals("DEM") ? "1" : "0"), feuille("DDRATDOS", rattacheeDepuis)),
          bloc("FonctionPersonnePFA", feuille("ROLEPERS", role)),
          bloc("FonctionPersonneRSA", feuille("ROLEPERS", role), feuille("TOPCHAPERS", aCharge ? "1" : "0")));
    } else {
      p.ajouter(bloc("DossierCAF", feuille("TOPRESPDOS", role.equals("DEM") ? "1" : "0"), feuille("DDRATDOS", rattacheeDepuis)),
          bloc("Prestations", feuille("NATPREST", "PFA"), feuille("ROLEPERS", role), feuille("TOPCHAPERS", "0")),
          bloc("Prestations", feuille("NATPREST", "RSA"), feuille("ROLEPERS", role), feuille("TOPCHAPERS", aCharge ? "1" : "0")));
    }
    if (identifiantFt != null) {
      p.ajouter(bloc("DossierPoleEmploi", feuille("IDASSEDIC", identifiantFt)));
    }
    if (ressources != null) {
      p.ajouter(bloc("Ressources", bloc("GeneraliteRessourcesTrimestre", feuille("TOPRESSNUL", "0"), feuille("DDRESS", ressources[0]),
          feuille("DFRESS", ressources[1])), bloc("RessourcesMensuelles", bloc("GeneraliteRessourcesMensuelles", feuille("MOISRESS", ressources[0]),
          feuille("NBHEUMENTRA", "000")), bloc("DetailRessourcesMensuelles", feuille("NATRESS", "001"), feuille("MTNATRESSMEN", ressources[2])))));
    }
    if (sdd != null) {
      p.ajouter(bloc(nouveau ? "CalculDroitRSAPersonne" : "MontantCalculDroitRSAPersonne", feuille("TOPPERSDRODEVORSA", sdd ? "1" : "0")));
    }
    for (String[] a : activites) {
      p.ajouter(nouveau
          ? bloc("CaracteristiquesEmployabilite", feuille("REG", "GE"), feuille("STATUEMPL", a[0]), feuille("DDSTATUEMPL", a[1]),
          feuille("DFSTATUEMPL", a[2]))
          : bloc("Activite", feuille("REG", "GE"), feuille("ACT", a[0]), feuille("DDACT", a[1]), feuille("DFACT", a[2])));
    }
    if (grossesse != null) {
      p.ajouter(bloc("Grossesse", feuille("DDGRO", grossesse)));
    }
    return p;
  }
}
