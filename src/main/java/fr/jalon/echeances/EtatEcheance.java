package fr.jalon.echeances;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a deadline stands. */
public enum EtatEcheance implements Etat<EtatEcheance> {
  /** The delay runs. */
  OUVERTE("En cours"),
  /** The delay is stopped; it may run again. */
  SUSPENDUE("Suspendue"),
  /** What was due was done. */
  TENUE("Tenue"),
  /** Nothing is due any more. */
  CADUQUE("Sans objet");

  private final String libelle;

  EtatEcheance(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /**
   * The states that may follow. A deadline that was met or void opens again only when the act is undone or the right comes back; one that was
   * stopped when it was met is stopped again.
   */
  @Override
  public Set<EtatEcheance> suivants() {
    return switch (this) {
      case OUVERTE -> Set.of(SUSPENDUE, TENUE, CADUQUE);
      case SUSPENDUE -> Set.of(OUVERTE, TENUE, CADUQUE);
      case TENUE -> Set.of(OUVERTE, SUSPENDUE);
      case CADUQUE -> Set.of(OUVERTE);
    };
  }
}
