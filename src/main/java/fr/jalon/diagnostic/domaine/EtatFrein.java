package fr.jalon.diagnostic.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a frein is: what weighs on a theme, worked on until it weighs no more. It may come back. */
public enum EtatFrein implements Etat<EtatFrein> {
  OUVERT("Ouvert"),
  LEVE_EN_PARTIE("Levé en partie"),
  LEVE("Levé");

  private final String libelle;

  EtatFrein(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  @Override
  public Set<EtatFrein> suivants() {
    return switch (this) {
      case OUVERT -> Set.of(LEVE_EN_PARTIE, LEVE);
      case LEVE_EN_PARTIE -> Set.of(OUVERT, LEVE);
      case LEVE -> Set.of(OUVERT);
    };
  }
}
