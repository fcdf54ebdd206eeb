package fr.jalon.calcul;

/** How the household is housed; names in lower case are those of files. */
public enum StatutDuLogement {
  /** Empty flat. */
  LOCATAIRE_VIDE,
  /** Furnished flat. */
  LOCATAIRE_MEUBLE,
  /** Social housing. */
  LOCATAIRE_HLM,
  /** Hostel. */
  LOCATAIRE_FOYER,
  /** Owner without loan. */
  PROPRIETAIRE,
  /** Owner who pays back a loan. */
  PRIMO_ACCEDANT,
  /** Housed for free. */
  LOGE_GRATUITEMENT,
  /** Without a home. */
  SANS_DOMICILE;

  /** True for owners, with or without a loan. */
  public boolean proprietaire() {
    return this == PROPRIETAIRE || this == PRIMO_ACCEDANT;
  }
}
