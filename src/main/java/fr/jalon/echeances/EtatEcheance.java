package fr.jalon.echeances;

import java.util.Set;

/** Where a deadline stands. */
public enum EtatEcheance {
  /** The delay runs. */
  OUVERTE("En cours"),
  /** The delay is stopped; it may run again. */
  SUSPENDUE("Suspendue"),
  /** What was due was done. */
  TENUE("Tenue"),
  /** Nothing is due any more. */
  CADUQUE("Sans objet");

  private final String libelle;

  EtatEcheance(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** The states that may follow. A deadline that was met or void opens again only when the act is undone or the right comes back. */
  public Set<EtatEcheance> suivants() {
    return switch (this) {
      case OUVERTE -> Set.of(SUSPENDUE, TENUE, CADUQUE);
      case SUSPENDUE -> Set.of(OUVERTE, TENUE, CADUQUE);
      case TENUE, CADUQUE -> Set.of(OUVERTE);
    };
  }

  /** The states this one may follow, for updates of many rows at once. */
  public java.util.List<String> precedents() {
    return java.util.Arrays.stream(values()).filter(e -> e.suivants().contains(this)).map(Enum::name).toList();
  }
}
