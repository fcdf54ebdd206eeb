package fr.jalon.habilitations.web;

/** A view as typed. @param adresse what it keeps, for a new one; @param sansNom true when a person was looked for, which is not kept */
public record FormulaireDeVue(String adresse, Boolean sansNom, String nom, Boolean partagee, Boolean parDefaut) {
  /** Absent texts are empty, an unchecked box is false. */
  public FormulaireDeVue {
    adresse = adresse == null ? "" : adresse;
    nom = nom == null ? "" : nom;
    sansNom = Boolean.TRUE.equals(sansNom);
    partagee = Boolean.TRUE.equals(partagee);
    parDefaut = Boolean.TRUE.equals(parDefaut);
  }
}
