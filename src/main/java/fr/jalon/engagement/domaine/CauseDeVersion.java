package fr.jalon.engagement.domaine;

/** Why a version of a contract exists. */
public enum CauseDeVersion {
  /** The first text. */
  PREMIER("Premier contrat"),
  /** Something changed on the way. */
  AVENANT("Avenant"),
  /** Another référent or pathway: the contract is drawn up again (D. 5411-14-1 code du travail). */
  REORIENTATION("Nouvelle orientation"),
  /** It goes on from what was reached. */
  RENOUVELLEMENT("Renouvellement");

  private final String libelle;

  CauseDeVersion(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
