package fr.jalon.handicap.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a disability file is. That a right ends is not a state: the day of its answer tells it. */
public enum EtatDossierMdph implements Etat<EtatDossierMdph> {
  /** Spoken of with the person, who has not answered. */
  PROPOSE("Proposé"),
  /** She agrees: the papers are gathered. */
  A_CONSTITUER("À constituer"),
  /** Filed; whether it is complete is not known. */
  DEPOSE("Déposé"),
  /** The MDPH says that it is complete: the answer is awaited. */
  COMPLET("Complet"),
  /** Every right asked has its answer. */
  DECIDE("Décidé"),
  /** She asked the MDPH to look again (recours préalable obligatoire). */
  CONTESTE("Contesté"),
  /** She does not want one: her choice, which nobody judges. */
  DECLINE("La personne n'en veut pas"),
  /** Begun, and not going on. */
  ABANDONNE("Abandonné"),
  /** Written by mistake: it counts for nothing and stays readable. */
  ECARTE("Noté par erreur");

  private final String libelle;

  EtatDossierMdph(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** Forward, and back when something was noted by mistake. */
  @Override
  public Set<EtatDossierMdph> suivants() {
    return switch (this) {
      case PROPOSE -> Set.of(A_CONSTITUER, DECLINE, ABANDONNE, ECARTE);
      case A_CONSTITUER -> Set.of(PROPOSE, DEPOSE, DECLINE, ABANDONNE, ECARTE);
      case DEPOSE -> Set.of(A_CONSTITUER, COMPLET, DECIDE, ABANDONNE, ECARTE);
      case COMPLET -> Set.of(DEPOSE, DECIDE, ABANDONNE, ECARTE);
      case DECIDE -> Set.of(DEPOSE, COMPLET, CONTESTE, ECARTE);
      case CONTESTE -> Set.of(DECIDE, ECARTE);
      case DECLINE -> Set.of(PROPOSE, A_CONSTITUER, ECARTE);
      case ABANDONNE -> Set.of(PROPOSE, A_CONSTITUER, DEPOSE, COMPLET, ECARTE);
      case ECARTE -> Set.of();
    };
  }

  /** True while something is to be done or awaited: a person has one at a time. */
  public boolean ouvert() {
    return switch (this) {
      case PROPOSE, A_CONSTITUER, DEPOSE, COMPLET, CONTESTE -> true;
      case DECIDE, DECLINE, ABANDONNE, ECARTE -> false;
    };
  }

  /** True while the MDPH has it and has not answered. */
  public boolean attendLaReponse() {
    return this == DEPOSE || this == COMPLET || this == CONTESTE;
  }
}
