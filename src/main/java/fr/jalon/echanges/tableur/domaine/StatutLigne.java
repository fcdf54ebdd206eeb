package fr.jalon.echanges.tableur.domaine;

/** What a row gave. */
public enum StatutLigne {
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

  /** As shown. */
  public String libelle() {
    return libelle;
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
