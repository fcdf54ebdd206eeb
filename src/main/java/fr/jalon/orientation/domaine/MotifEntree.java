package fr.jalon.orientation.domaine;

/** Why a person is a new entrant: the inclusions of annexe 4 §4. */
public enum MotifEntree {
  /** First claim. */
  PRIMO_DEMANDEUR("Première demande", "[Elle|Il|La personne] demande le RSA pour la première fois, avec les droits et devoirs."),
  /** Closed, then back. */
  RETOUR_APRES_RADIATION("Retour après fin de droit", "Son droit avait pris fin ; il est de nouveau ouvert et son ancien suivi est clos."),
  /** Moved in from another Département. */
  ARRIVEE_AUTRE_DEPARTEMENT("Arrivée d'ailleurs", "[Elle|Il|La personne] vient d'emménager dans le Département avec un droit ouvert."),
  /** Joined a foyer that already had the RSA. */
  REJOINT_UN_FOYER("Rejoint un foyer", "[Elle|Il|La personne] n'avait pas le RSA et rejoint un foyer qui le perçoit."),
  /** Earnings under the threshold again; its name keeps the amount of the day it was named, for those who read it through the API. */
  DE_NOUVEAU_SOUS_500_EUROS("De nouveau sous le seuil",
      "Ses revenus d'activité sont passés sous le seuil (%1$d € par mois en moyenne), sans suivi ouvert."),
  /** Suspended for a long time, or not soumise and suspended by turns, then back. */
  RETOUR_APRES_SUSPENSION_LONGUE("Retour de longue suspension",
      "Depuis au moins %2$d mois son droit était suspendu, ou [elle|il|la personne] n'était plus dans les droits et devoirs : son ancien suivi est clos et tout recommence.");

  private final String libelle;
  private final String explication;

  MotifEntree(String libelle, String explication) {
    this.libelle = libelle;
    this.explication = explication;
  }

  /** Short, for a list. */
  public String libelle() {
    return libelle;
  }

  /**
   * A sentence that says why; between brackets, what agrees with her gender ({@code ecran.Francais.accorde}). @param seuils those in force when she
   * entered
   */
  public String explication(Seuils seuils) {
    return explication.formatted(seuils.revenus(), seuils.suspension());
  }
}
