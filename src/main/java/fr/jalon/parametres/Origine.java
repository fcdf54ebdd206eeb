package fr.jalon.parametres;

/** Where a value comes from; a later one prevails over an earlier one. */
public enum Origine {
  /** A choice of the application, without a text behind it. */
  REGLAGE("Réglage de Jalon"),
  /** A law, a decree, a national text: {@code parametres/*.yaml}. */
  LOI("Textes nationaux"),
  /** The Département's own: {@code departements/NN/parametres.yaml}. */
  DEPARTEMENT("Département"),
  /** Typed on screen by an agent. */
  SAISIE("SaisieAgent");

  private final String libelle;

  Origine(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
