package fr.jalon.echanges.registre.domaine;

import fr.jalon.socle.Etat;
import java.util.Arrays;
import java.util.Set;

/** Where a file received stands. */
public enum StatutImport implements Etat<StatutImport> {
  EN_ATTENTE("En attente", "hourglass-split", "etat-attente"),
  EN_COURS("En cours de chargement", "arrow-repeat", "etat-attente"),
  CHARGE("Chargé", "check-circle", "etat-ouvert"),
  REFUSE("Refusé", "x-octagon", "etat-refuse"),
  RETENU("Retenu : à décider", "pause-circle", "etat-suspendu"),
  ECARTE("Écarté", "slash-circle", "etat-clos"),
  ANNULE("Annulé", "stop-circle", "etat-clos"),
  INTERROMPU("Interrompu : relancez-le", "exclamation-triangle", "etat-suspendu");

  private final String libelle;
  private final String icone;
  private final String classe;

  StatutImport(String libelle, String icone, String classe) {
    this.libelle = libelle;
    this.icone = icone;
    this.classe = classe;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /**
   * What may follow. A load that another took for dead (interrupted) says what it did all the same; what was held goes on when it was accepted, or after an accident.
   * What is loaded, refused, set aside or stopped is over: the same file comes back as another import.
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

  /** Bootstrap icon. */
  public String icone() {
    return icone;
  }

  /** Class of the state, always beside its word. */
  public String classe() {
    return classe;
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
