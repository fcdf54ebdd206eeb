package fr.jalon.accompagnement.domaine;

/** What a review decides for a person, in the order of the keys 1 to 5. */
public enum DecisionDeRevue {
  /** Nothing changes. */
  CONTINUER("Continuer"),
  /** Another action is to be found with her. */
  CHANGER_D_ACTION("Changer d'action"),
  /** Another pathway, or another organisation, is to be asked for. */
  REORIENTATION("Réorientation"),
  /** Her case goes before the équipe pluridisciplinaire. */
  COMMISSION("Commission"),
  /** Her follow-up is to end. */
  SORTIE("Sortie de l'accompagnement");

  private final String libelle;

  DecisionDeRevue(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** True when somebody has something to do after it: its reason is then asked for. */
  public boolean aSuivre() {
    return this != CONTINUER;
  }
}
