package fr.jalon.echanges.registre.domaine;

import java.util.Arrays;

/** Where a file received stands. */
public enum StatutImport {
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

  /** As shown. */
  public String libelle() {
    return libelle;
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
