package fr.jalon.engagement.domaine;

/** What the plan of a person asks of a week (L. 5411-6 code du travail). Whether she did it is another matter. */
public enum SituationDeSemaine {
  /** Her plan holds what is asked. */
  QUINZE("Quinze heures ou plus"),
  /** Fewer hours, never none, for what her situation is. */
  ADAPTEE("Plan adapté"),
  /** No weekly hours, at her own request. */
  DISPENSEE("Sans durée hebdomadaire"),
  /** Her plan holds less than is asked, and nothing says why. */
  SOUS_QUINZE("Sous quinze heures sans raison notée"),
  /** No contract binds that week. */
  SANS_CONTRAT("Sans contrat");

  private final String libelle;

  SituationDeSemaine(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }
}
