package fr.jalon.echanges.tableur.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** What a row gave. */
public enum StatutLigne implements Etat<StatutLigne> {
  A_FAIRE("À enregistrer"),
  CREEE("Créée"),
  MODIFIEE("Mise à jour"),
  A_JOUR("Déjà à jour"),
  ERREUR("En erreur"),
  ANNULEE("Annulée");

  private final String libelle;

  StatutLigne(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** What may follow: a row in error is corrected, then recorded; a row that wrote something may be undone, once. */
  @Override
  public Set<StatutLigne> suivants() {
    return switch (this) {
      case A_FAIRE -> Set.of(CREEE, MODIFIEE, A_JOUR, ERREUR);
      case ERREUR -> Set.of(A_FAIRE, CREEE, MODIFIEE, A_JOUR);
      case CREEE, MODIFIEE -> Set.of(ANNULEE);
      case A_JOUR, ANNULEE -> Set.of();
    };
  }

  /** True while nothing of it is recorded. */
  public boolean aEnregistrer() {
    return this == A_FAIRE || this == ERREUR;
  }

}
