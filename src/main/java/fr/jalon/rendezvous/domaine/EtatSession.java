package fr.jalon.rendezvous.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a session of information collective stands. */
public enum EtatSession implements Etat<EtatSession> {
  /** To come, or its presence not entered yet. */
  PREVUE("Prévue"),
  /** It took place: a presence was entered. */
  TENUE("Tenue"),
  /** It will not take place; whoever was convoked was told. */
  ANNULEE("Annulée");

  private final String libelle;

  EtatSession(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** What may follow: persons were told that it is cancelled, so that is not undone; another session is opened. */
  @Override
  public Set<EtatSession> suivants() {
    return switch (this) {
      case PREVUE -> Set.of(TENUE, ANNULEE);
      case TENUE, ANNULEE -> Set.of();
    };
  }
}
