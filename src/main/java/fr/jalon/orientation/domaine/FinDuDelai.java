package fr.jalon.orientation.domaine;

/** What ends one of the Département's delays. */
public enum FinDuDelai {
  /** The orientation is notified: its letter posted, or the référent named face to face. */
  ORIENTATION("Orientation notifiée", "Orientation à notifier"),
  /** A référent is named to the person. */
  REFERENT("Référent nommé", "Référent à nommer"),
  /** The person came to a first meeting. */
  PREMIER_RENDEZ_VOUS("Premier rendez-vous", "Premier rendez-vous à tenir"),
  /** She came to a meeting after her orientation. */
  ACCOMPAGNEMENT("Accompagnement commencé", "Accompagnement à commencer");

  private final String libelle;
  private final String aFaire;

  FinDuDelai(String libelle, String aFaire) {
    this.libelle = libelle;
    this.aFaire = aFaire;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** What is expected of somebody until then. */
  public String aFaire() {
    return aFaire;
  }
}
