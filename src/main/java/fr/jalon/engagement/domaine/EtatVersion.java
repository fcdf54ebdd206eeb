package fr.jalon.engagement.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a version of a contract is. */
public enum EtatVersion implements Etat<EtatVersion> {
  /** Being written, or presented and not signed by both. */
  PREPAREE("En préparation"),
  /** Signed by both: never written again. */
  SIGNEE("Signée"),
  /** Given up before it was signed. */
  ABANDONNEE("Abandonnée");

  private final String libelle;

  EtatVersion(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** Back from « signée » only when a signature was noted by mistake. */
  @Override
  public Set<EtatVersion> suivants() {
    return switch (this) {
      case PREPAREE -> Set.of(SIGNEE, ABANDONNEE);
      case SIGNEE -> Set.of(PREPAREE);
      case ABANDONNEE -> Set.of();
    };
  }
}
