package fr.jalon.echanges.tableur.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** What a row gave. */
public enum StatutLigne implements Etat<StatutLigne> {
  A_FAIRE("À enregistrer", "circle", "etat-attente"),
  CREEE("Créée", "person-plus", "etat-ouvert"),
  MODIFIEE("Mise à jour", "pencil", "etat-ouvert"),
  A_JOUR("Déjà à jour", "check-circle", "etat-clos"),
  ERREUR("En erreur", "x-octagon", "etat-refuse"),
  ANNULEE("Annulée", "arrow-counterclockwise", "etat-clos");

  private final String libelle;
  private final String icone;
  private final String classe;

  StatutLigne(String libelle, String icone, String classe) {
    this.libelle = libelle;
    this.icone = icone;
    this.classe = classe;
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

  /** Bootstrap icon. */
  public String icone() {
    return icone;
  }

  /** Class of the state, always beside its word. */
  public String classe() {
    return classe;
  }
}
