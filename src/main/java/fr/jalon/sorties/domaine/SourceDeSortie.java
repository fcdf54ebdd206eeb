package fr.jalon.sorties.domaine;

/** Who said that a person leaves. */
public enum SourceDeSortie {
  /** The file of the payer. */
  FICHIER("le fichier de la caisse"),
  /** She did. */
  PERSONNE("la personne"),
  /** Who follows her. */
  REFERENT("le référent"),
  /** A partner who follows her. */
  PARTENAIRE("un partenaire"),
  /** A spreadsheet of a former tool. */
  REPRISE("une reprise");

  private final String libelle;

  SourceDeSortie(String libelle) {
    this.libelle = libelle;
  }

  /** As shown, after « dit par ». */
  public String libelle() {
    return libelle;
  }

  /** True when an agent may say it in a form. */
  public boolean auChoix() {
    return this == PERSONNE || this == REFERENT || this == PARTENAIRE;
  }
}
