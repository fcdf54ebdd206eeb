package fr.jalon.accompagnement.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a review of a file stands. */
public enum EtatRevue implements Etat<EtatRevue> {
  /** Decisions are written and changed. */
  OUVERTE("Ouverte"),
  /** Its minutes are what was decided. */
  CLOSE("Close");

  private final String libelle;

  EtatRevue(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** Closed once: what was decided that day does not change; another review decides otherwise. */
  @Override
  public Set<EtatRevue> suivants() {
    return this == OUVERTE ? Set.of(CLOSE) : Set.of();
  }
}
