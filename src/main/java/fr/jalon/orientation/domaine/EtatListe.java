package fr.jalon.orientation.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a long list of orientations stands. */
public enum EtatListe implements Etat<EtatListe> {
  /** The best sharing out is searched. */
  RECHERCHE("Recherche"),
  PROPOSEE("Proposée"),
  ENREGISTREMENT("Enregistrement"),
  FINIE("Enregistrée"),
  ANNULEE("Annulée"),
  /** It stopped before its end; what was recorded is recorded. */
  INTERROMPUE("Interrompue");

  private final String libelle;

  EtatListe(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  @Override
  public Set<EtatListe> suivants() {
    return switch (this) {
      case RECHERCHE -> Set.of(PROPOSEE, INTERROMPUE);
      case PROPOSEE -> Set.of(ENREGISTREMENT);
      case ENREGISTREMENT -> Set.of(FINIE, INTERROMPUE);
      case FINIE, INTERROMPUE -> Set.of(ANNULEE);
      case ANNULEE -> Set.of();
    };
  }
}
