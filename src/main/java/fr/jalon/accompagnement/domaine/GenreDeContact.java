package fr.jalon.accompagnement.domaine;

/** How a contact took place. */
public enum GenreDeContact {
  /** In the office of who follows her. */
  BUREAU("Au bureau", true),
  /** By telephone. */
  TELEPHONE("Par téléphone", false),
  /** Where she lives. */
  DOMICILE("À domicile", true),
  /** In a video call. */
  VISIO("En visioconférence", true),
  /** By e-mail or message. */
  COURRIEL("Par courriel ou message", false),
  /** Met by chance. */
  RENCONTRE("Rencontre imprévue", true);

  private final String libelle;
  private final boolean rencontre;

  GenreDeContact(String libelle, boolean rencontre) {
    this.libelle = libelle;
    this.rencontre = rencontre;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** True when they see each other: it answers the first meeting awaited, and an absence is a fact. */
  public boolean rencontre() {
    return rencontre;
  }
}
