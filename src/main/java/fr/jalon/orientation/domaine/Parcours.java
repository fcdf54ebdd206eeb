package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.ParcoursRecommande;

/** The three pathways (arrêté du 21 novembre 2024). */
public enum Parcours {
  SOCIAL("Social"),
  SOCIOPROFESSIONNEL("Socioprofessionnel"),
  PROFESSIONNEL("Professionnel");

  private final String libelle;

  Parcours(String libelle) {
    this.libelle = libelle;
  }

  /** The one a recommendation names. */
  public static Parcours de(ParcoursRecommande recommande) {
    return valueOf(recommande.name());
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
