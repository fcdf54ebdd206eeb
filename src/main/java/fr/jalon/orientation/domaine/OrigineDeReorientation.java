package fr.jalon.orientation.domaine;

/** Who asks for a réorientation. */
public enum OrigineDeReorientation {
  REFERENT("Le référent ou son organisation"),
  PERSONNE("La personne"),
  REEXAMEN("Le réexamen du parcours social"),
  /** A whole portfolio changes organisation: nobody asks it for one person. */
  DEPARTEMENT("Le Département, pour toute une organisation");

  private final String libelle;

  OrigineDeReorientation(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** True when it may be asked for one person. */
  public boolean pourUnePersonne() {
    return this != DEPARTEMENT;
  }

  /** From the URL or a form; {@code null} when unknown. */
  public static OrigineDeReorientation de(String nom) {
    for (OrigineDeReorientation o : values()) {
      if (o.name().equals(nom)) {
        return o;
      }
    }
    return null;
  }
}
