package fr.jalon.sorties.domaine;

/** How a person was reached, or tried to be. */
public enum CanalDuRappel {
  /** By telephone. */
  TELEPHONE("Téléphone"),
  /** By e-mail. */
  COURRIEL("Courriel"),
  /** By letter. */
  LETTRE("Lettre"),
  /** She came. */
  ACCUEIL("À l'accueil"),
  /** By the link of her message. */
  LIEN("Par le lien"),
  /** A file says it. */
  FICHIER("Fichier de la caisse");

  private final String libelle;

  CanalDuRappel(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** True when an agent may say it in a form. */
  public boolean auChoix() {
    return this != LIEN && this != FICHIER;
  }
}
