package fr.jalon.echanges.reprise.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a spreadsheet of structures stands. */
public enum EtatReprise implements Etat<EtatReprise> {
  A_CONFIRMER("À confirmer"),
  ENREGISTREE("Enregistrée"),
  DEFAITE("Défaite");

  private final String libelle;

  EtatReprise(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** What may follow: what was undone is sent again as another spreadsheet. */
  @Override
  public Set<EtatReprise> suivants() {
    return switch (this) {
      case A_CONFIRMER -> Set.of(ENREGISTREE);
      case ENREGISTREE -> Set.of(DEFAITE);
      case DEFAITE -> Set.of();
    };
  }
}
