package fr.jalon.orientation.domaine;

/** Who asks for a réorientation. */
public enum OrigineDeReorientation {
  REFERENT("Le référent ou son organisation"),
  PERSONNE("La personne"),
  REEXAMEN("Le réexamen du parcours social");

  private final String libelle;

  OrigineDeReorientation(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
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
