package fr.jalon.engagement.domaine;

/** What a person refuses of her contract (L. 262-37 I 1° CASF). */
public enum RaisonDeRefus {
  /** To draw one up. */
  ELABORER("Élaborer un contrat"),
  /** To sign the one proposed. */
  SIGNER("Signer le contrat proposé"),
  /** To bring hers up to date. */
  ACTUALISER("Actualiser son contrat");

  private final String libelle;

  RaisonDeRefus(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
