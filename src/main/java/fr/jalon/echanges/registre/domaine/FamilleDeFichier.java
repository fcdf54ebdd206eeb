package fr.jalon.echanges.registre.domaine;

import java.util.Arrays;

/** What a file speaks of. */
public enum FamilleDeFichier {
  BENEFICIAIRES("Bénéficiaires"),
  FINANCIER("Financier"),
  CREANCES("Créances transférées"),
  TABLEUR("Tableur");

  private final String libelle;

  FamilleDeFichier(String libelle) {
    this.libelle = libelle;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** Family of a format (VRSB0801, VRSD0301, VRSF0501, VRSC0201, TABLEUR), or {@code null} when it was never known. */
  public static FamilleDeFichier duFormat(String format) {
    if (format == null) {
      return null;
    }
    return switch (format.length() < 4 ? format : format.substring(0, 4)) {
      case "VRSB", "VRSD" -> BENEFICIAIRES;
      case "VRSF" -> FINANCIER;
      case "VRSC" -> CREANCES;
      case "TABL" -> TABLEUR;
      default -> null;
    };
  }

  /** The family of that name, or {@code null}. */
  public static FamilleDeFichier lire(String nom) {
    return Arrays.stream(values()).filter(f -> f.name().equals(nom)).findFirst().orElse(null);
  }
}
