package fr.jalon.orientation.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a portfolio that changes organisation stands. */
public enum EtatTransfert implements Etat<EtatTransfert> {
  /** Its persons pass to the other organisation, one lot after another. */
  EN_COURS("En cours"),
  FAIT("Fait"),
  /** It stopped before its end; what was recorded is recorded. It goes on, or is undone. */
  ARRETE("Arrêté en route"),
  /** It was a mistake: its persons go back, one lot after another. */
  ANNULATION("Annulation en cours"),
  ANNULE("Annulé");

  private final String libelle;

  EtatTransfert(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** True while a job works at it. */
  public boolean bouge() {
    return this == EN_COURS || this == ANNULATION;
  }

  @Override
  public Set<EtatTransfert> suivants() {
    return switch (this) {
      case EN_COURS -> Set.of(FAIT, ARRETE);
      case FAIT -> Set.of(ANNULATION);
      case ARRETE -> Set.of(EN_COURS, ANNULATION);
      case ANNULATION -> Set.of(ANNULE, ARRETE);
      case ANNULE -> Set.of();
    };
  }
}
