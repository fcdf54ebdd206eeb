package fr.jalon.orientation.domaine;

/** What ends one of the Département's delays. */
public enum FinDuDelai {
  /** The orientation is notified: its letter posted, or the référent named face to face. */
  ORIENTATION("Orientation notifiée"),
  /** A référent is named to the person. */
  REFERENT("Référent nommé"),
  /** The person came to a first meeting. */
  PREMIER_RENDEZ_VOUS("Premier rendez-vous"),
  /** She came to a meeting after her orientation. */
  ACCOMPAGNEMENT("Accompagnement commencé");

  private final String libelle;

  FinDuDelai(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
