package fr.jalon.allocataires;

/** Why a person is no longer followed outside the RSA. */
public enum FinDeSuivi {
  /** Work or training. */
  EMPLOI("A un emploi ou une formation"),
  /** What was planned is done. */
  TERME("Accompagnement arrivé à son terme"),
  /** The RSA follows her now. */
  RSA("Suivie maintenant au titre du RSA"),
  /** Another public of the plan. */
  AUTRE_PUBLIC("Suivie maintenant pour un autre public"),
  /** Gone from the Département. */
  DEPART("A quitté le Département"),
  /** No answer. */
  SANS_NOUVELLES("Ne donne plus de nouvelles"),
  /** She does not want to be followed: she may. */
  REFUS("Ne veut plus être suivie"),
  /** Dead. */
  DECES("Décès"),
  /** Anything else, said in words. */
  AUTRE("Autre raison");

  private final String libelle;

  FinDeSuivi(String libelle) {
    this.libelle = libelle;
  }

  /** True when nothing more is to be said to her: she is dead, gone, or wants no more of it. What was planned with her stops. */
  public boolean arreteTout() {
    return this == DECES || this == DEPART || this == REFUS;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** From its name, {@code null} when it is none. */
  public static FinDeSuivi de(String nom) {
    return java.util.Arrays.stream(values()).filter(f -> f.name().equals(nom)).findFirst().orElse(null);
  }
}
