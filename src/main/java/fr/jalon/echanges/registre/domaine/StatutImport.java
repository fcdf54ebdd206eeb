package fr.jalon.echanges.registre.domaine;

import fr.jalon.socle.Etat;
import java.util.Arrays;
import java.util.Set;

/** Where a file received stands. */
public enum StatutImport implements Etat<StatutImport> {
  EN_ATTENTE("En attente"),
  EN_COURS("En cours de chargement"),
  CHARGE("Chargé"),
  REFUSE("Refusé"),
  RETENU("Retenu : à décider"),
  ECARTE("Écarté"),
  ANNULE("Annulé"),
  INTERROMPU("Interrompu : relancez-le");

  private final String libelle;

  StatutImport(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /**
   * What may follow. A load that another took for dead (interrupted) says what it did all the same; what was held goes on when it was accepted,
   * or after an accident. What is loaded, refused, set aside or stopped is over: the same file comes back as another import.
   */
  @Override
  public Set<StatutImport> suivants() {
    return switch (this) {
      case EN_ATTENTE -> Set.of(EN_COURS, RETENU, INTERROMPU, ANNULE);
      case EN_COURS -> Set.of(CHARGE, REFUSE, RETENU, INTERROMPU, ANNULE, EN_ATTENTE);
      case RETENU -> Set.of(EN_ATTENTE, EN_COURS, ECARTE, INTERROMPU);
      case INTERROMPU -> Set.of(EN_ATTENTE, EN_COURS, CHARGE, REFUSE, RETENU);
      case CHARGE, REFUSE, ECARTE, ANNULE -> Set.of();
    };
  }

  /** True while something is still to come by itself. */
  public boolean enRoute() {
    return this == EN_ATTENTE || this == EN_COURS;
  }

  /** The status of that name, or {@code null}. */
  public static StatutImport lire(String nom) {
    return Arrays.stream(values()).filter(s -> s.name().equals(nom)).findFirst().orElse(null);
  }
}
