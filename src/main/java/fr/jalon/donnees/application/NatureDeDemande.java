package fr.jalon.donnees.application;

/** What a person may ask about her data. */
public enum NatureDeDemande {
  /** Article 15 GDPR. */
  COPIE("Copie de ses données", "art. 15 RGPD"),
  /** Article 16 GDPR. */
  RECTIFICATION("Correction d'une donnée fausse", "art. 16 RGPD"),
  /** Article 21 GDPR. */
  OPPOSITION("Opposition à un usage", "art. 21 RGPD"),
  /** Article 17 GDPR. */
  EFFACEMENT("Effacement", "art. 17 RGPD");

  private final String libelle;
  private final String article;

  NatureDeDemande(String libelle, String article) {
    this.libelle = libelle;
    this.article = article;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** Where it is written. */
  public String article() {
    return article;
  }
}
