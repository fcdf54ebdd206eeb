package fr.jalon.diagnostic.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where an action on a theme is. One that was noted by mistake is withdrawn: it counts nowhere, and stays readable. */
public enum EtatAction implements Etat<EtatAction> {
  PREVUE("Prévue"),
  EN_COURS("En cours"),
  FAITE("Faite"),
  ABANDONNEE("Abandonnée"),
  RETIREE("Retirée, notée par erreur");

  private final String libelle;

  EtatAction(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** True while something is still to come. */
  public boolean ouverte() {
    return this == PREVUE || this == EN_COURS;
  }

  @Override
  public Set<EtatAction> suivants() {
    return switch (this) {
      case PREVUE -> Set.of(EN_COURS, FAITE, ABANDONNEE, RETIREE);
      case EN_COURS -> Set.of(FAITE, ABANDONNEE, RETIREE);
      case FAITE, ABANDONNEE -> Set.of(EN_COURS, RETIREE);
      case RETIREE -> Set.of();
    };
  }
}
