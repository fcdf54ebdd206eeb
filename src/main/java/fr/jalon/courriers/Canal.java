package fr.jalon.courriers;

/** How a message reaches a person. A SMS or an e-mail is written only when her number or address is known. */
public enum Canal {
  LETTRE("Lettre"),
  SMS("SMS"),
  COURRIEL("Courriel");

  private final String libelle;

  Canal(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
