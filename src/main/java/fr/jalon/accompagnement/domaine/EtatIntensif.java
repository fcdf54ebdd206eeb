package fr.jalon.accompagnement.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where the entry of a person into an intensive portfolio stands. */
public enum EtatIntensif implements Etat<EtatIntensif> {
  /** She is in it. */
  EN_COURS("En portefeuille intensif"),
  /** She left it, on a day and for a reason. */
  SORTIE("Sortie"),
  /** It was noted by mistake: it stays readable and counts nowhere. */
  ANNULEE("Notée par erreur");

  private final String libelle;

  EtatIntensif(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** A leave noted by mistake is taken back; an entry noted by mistake is not: another is made. */
  @Override
  public Set<EtatIntensif> suivants() {
    return switch (this) {
      case EN_COURS -> Set.of(SORTIE, ANNULEE);
      case SORTIE -> Set.of(EN_COURS, ANNULEE);
      case ANNULEE -> Set.of();
    };
  }
}
