package fr.jalon.engagement.domaine;

/** How a contract was signed. */
public enum MoyenDeSignature {
  /** Drawn on the screen, before the agent. */
  DESSIN("Signature à l'écran"),
  /** A code received on the telephone of the person. */
  CODE("Code reçu par SMS"),
  /** On paper, which is kept. */
  PAPIER("Sur papier"),
  /** The agent at work, by her account. */
  COMPTE("Compte de l'agent");

  private final String libelle;

  MoyenDeSignature(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
