package fr.jalon.engagement.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/**
 * Where a contrat d'engagement is, as France Travail's life cycle tells it (« à signer » there is to draw up and to sign here). That an amendment
 * is being prepared is not a state: what was signed stays in force until the next version is.
 */
public enum EtatContrat implements Etat<EtatContrat> {
  /** Begun: what it says is being written with the person. */
  A_ELABORER("À élaborer"),
  /** Presented: its text no longer changes, signatures are awaited. */
  A_SIGNER("À signer"),
  /** Signed by both, and in force on its dates. */
  SIGNE("Signé"),
  /** The person does not want to draw it up, to sign it, or to bring it up to date: a fact, never a sanction. */
  REFUSE("Refusé"),
  /** Her right or her follow-up is stopped: it comes back as it was. */
  SUSPENDU("Suspendu"),
  /** Its last day is past. */
  ECHU("Échu"),
  /** Over: her follow-up ended, another replaced it, or it was suspended for too long. */
  CLOS("Clos"),
  /** Written by mistake: it counts for nothing and stays readable. */
  ECARTE("Noté par erreur");

  private final String libelle;

  EtatContrat(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** Forward, back when something was noted by mistake, and back from a suspension or an end that no longer holds. */
  @Override
  public Set<EtatContrat> suivants() {
    return switch (this) {
      case A_ELABORER -> Set.of(A_SIGNER, REFUSE, SUSPENDU, CLOS, ECARTE);
      case A_SIGNER -> Set.of(A_ELABORER, SIGNE, REFUSE, SUSPENDU, CLOS, ECARTE);
      case SIGNE -> Set.of(A_ELABORER, A_SIGNER, REFUSE, SUSPENDU, ECHU, CLOS, ECARTE);
      case REFUSE -> Set.of(A_ELABORER, A_SIGNER, SIGNE, SUSPENDU, CLOS, ECARTE);
      case SUSPENDU -> Set.of(A_ELABORER, A_SIGNER, SIGNE, REFUSE, ECHU, CLOS);
      case ECHU -> Set.of(SIGNE, CLOS, ECARTE);
      case CLOS -> Set.of(A_ELABORER, A_SIGNER, SIGNE, REFUSE, SUSPENDU, ECHU);
      case ECARTE -> Set.of();
    };
  }

  /** True while it binds, or is on its way to: a person has one at a time. */
  public boolean ouvert() {
    return switch (this) {
      case A_ELABORER, A_SIGNER, SIGNE, REFUSE, SUSPENDU -> true;
      case ECHU, CLOS, ECARTE -> false;
    };
  }

  /** True while its first text is being written or presented. */
  public boolean enPreparation() {
    return this == A_ELABORER || this == A_SIGNER;
  }
}
