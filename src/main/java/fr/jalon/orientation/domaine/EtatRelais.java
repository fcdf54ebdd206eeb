package fr.jalon.orientation.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a hand-over of persons to colleagues stands. */
public enum EtatRelais implements Etat<EtatRelais> {
  /** The colleagues follow them. */
  FAIT("Fait"),
  /** Who followed them before follows them again. */
  RENDU("Rendu"),
  /** It was a mistake. */
  ANNULE("Annulé");

  private final String libelle;

  EtatRelais(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  @Override
  public Set<EtatRelais> suivants() {
    return this == FAIT ? Set.of(RENDU, ANNULE) : Set.of();
  }
}
