package fr.jalon.personnages;

import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.PersonneConstatee.Activite;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.allocataires.constat.PersonneConstatee.Ressources;
import fr.jalon.socle.Nir;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A person of a foyer, as a file will state her. {@code personne("Sophie Tifour").nee("1977-03-23").sdd()}. */
public final class Personne {
  final String prenom;
  final String nom;
  private String nomNaissance;
  private LocalDate naissance = LocalDate.of(1980, 1, 1);
  private short sexe = 2;
  private Nir nir;
  private String role = "DEM";
  private boolean sdd;
  private boolean tns;
  private Activite activite;
  private Ressources ressources;

  private Personne(String prenom, String nom) {
    this.prenom = prenom;
    this.nom = nom;
  }

  /** First name, then name; a claimant until said otherwise. */
  public static Personne personne(String prenomEtNom) {
    int espace = prenomEtNom.indexOf(' ');
    return new Personne(prenomEtNom.substring(0, espace).toUpperCase(), prenomEtNom.substring(espace + 1).toUpperCase());
  }

  /** A child of the foyer, counted. */
  public static Personne enfant(String prenomEtNom) {
    return personne(prenomEtNom).role("ENF");
  }

  /** The spouse. */
  public static Personne conjoint(String prenomEtNom) {
    return personne(prenomEtNom).role("CJT");
  }

  /** Birth date of a woman, {@code yyyy-mm-dd}. */
  public Personne nee(String jour) {
    naissance = jour == null ? null : LocalDate.parse(jour);
    sexe = 2;
    return this;
  }

  /** Birth date of a man, {@code yyyy-mm-dd}. */
  public Personne ne(String jour) {
    nee(jour);
    sexe = 1;
    return this;
  }

  /** Name at birth. */
  public Personne naissance(String nomDeNaissance) {
    nomNaissance = nomDeNaissance.toUpperCase();
    return this;
  }

  /** NIR, 13 characters. */
  public Personne nir(String treizeCaracteres) {
    nir = new Nir(treizeCaracteres);
    return this;
  }

  /** Role for the RSA: DEM, CJT, ENF, AUT, RDO. */
  public Personne role(String code) {
    role = code;
    return this;
  }

  /** Soumise aux droits et devoirs. */
  public Personne sdd() {
    return sdd(true);
  }

  /** Soumise aux droits et devoirs, or not. */
  public Personne sdd(boolean oui) {
    sdd = oui;
    return this;
  }

  /** Works for herself. */
  public Personne tns() {
    tns = true;
    activite = new Activite("GE", "ETI", LocalDate.of(2020, 1, 1), null, null);
    return this;
  }

  /** Activity code and its first day. */
  public Personne activite(String code, String depuis) {
    activite = new Activite("GE", code, LocalDate.parse(depuis), null, null);
    return this;
  }

  /** Monthly average of the quarter declared, in euros. */
  public Personne ressources(String debutDuTrimestre, String moyenne) {
    LocalDate debut = LocalDate.parse(debutDuTrimestre);
    ressources = new Ressources(debut, debut.plusMonths(3).minusDays(1), new BigDecimal(moyenne).signum() == 0, new BigDecimal(moyenne), null);
    return this;
  }

  PersonneConstatee constatee() {
    Identite identite = new Identite(nir, sexe == 1 ? "MR" : "MME", nom, nomNaissance, prenom, null, sexe, naissance, "N", null, null);
    boolean adulte = "DEM".equals(role) || "CJT".equals(role);
    return new PersonneConstatee(identite, role, true, "DEM".equals(role), sdd && adulte, tns, null, null, activite, null, ressources, null);
  }
}
