package fr.jalon.rendezvous.domaine;

/** Why a person cannot come, or did not. */
public enum Empechement {
  EMPLOI("Travail ou formation ce jour-là"),
  SANTE("Santé"),
  ENFANT("Garde d'enfant ou proche à aider"),
  TRANSPORT("Pas de transport"),
  AUTRE_RENDEZ_VOUS("Autre rendez-vous"),
  PAS_RECU("Convocation pas reçue"),
  AUTRE("Autre raison");

  private final String libelle;

  Empechement(String libelle) {
    this.libelle = libelle;
  }

  /** As shown, to agents and to the person. */
  public String libelle() {
    return libelle;
  }

  /** From its name; {@code null} when unknown. */
  public static Empechement de(String nom) {
    for (Empechement e : values()) {
      if (e.name().equals(nom)) {
        return e;
      }
    }
    return null;
  }

  /** As shown, from a name that may be anything. */
  public static String libelle(String nom) {
    Empechement e = de(nom);
    return e == null ? nom : e.libelle;
  }
}
