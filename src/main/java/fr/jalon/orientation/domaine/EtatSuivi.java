package fr.jalon.orientation.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a follow-up stands. */
public enum EtatSuivi implements Etat<EtatSuivi> {
  EN_COURS("En cours"),
  EN_VEILLE("En veille"),
  CLOS("Clos");

  private final String libelle;

  EtatSuivi(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /**
   * What may follow: a closed follow-up opens again only when the right it ended with is back before the month ends, or when the
   * réorientation that replaced it is undone.
   */
  @Override
  public Set<EtatSuivi> suivants() {
    return switch (this) {
      case EN_COURS -> Set.of(EN_VEILLE, CLOS);
      case EN_VEILLE -> Set.of(EN_COURS, CLOS);
      case CLOS -> Set.of(EN_COURS);
    };
  }
}
