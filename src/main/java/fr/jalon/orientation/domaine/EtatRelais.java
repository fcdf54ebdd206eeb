package fr.jalon.orientation.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a hand-over of persons to colleagues stands. */
public enum EtatRelais implements Etat<EtatRelais> {
  /** Planned for a day to come: nobody has changed hands. */
  PREVU("Prévu"),
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
    return switch (this) {
      case PREVU -> Set.of(FAIT, ANNULE);
      case FAIT -> Set.of(RENDU, ANNULE);
      case RENDU, ANNULE -> Set.of();
    };
  }
}
