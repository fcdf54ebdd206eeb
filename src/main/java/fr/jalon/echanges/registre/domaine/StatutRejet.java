package fr.jalon.echanges.registre.domaine;

import java.util.Arrays;

/** What became of a rejected dossier. */
public enum StatutRejet {
  OUVERT("À corriger", "bandaid", "etat-refuse"),
  REJOUE("Corrigé et enregistré", "check-circle", "etat-ouvert"),
  GUERI("Réparé par un fichier suivant", "check2-all", "etat-ouvert"),
  ECARTE("Écarté", "slash-circle", "etat-clos");

  private final String libelle;
  private final String icone;
  private final String classe;

  StatutRejet(String libelle, String icone, String classe) {
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

  /** The status of that name, or {@code null}. */
  public static StatutRejet lire(String nom) {
    return Arrays.stream(values()).filter(s -> s.name().equals(nom)).findFirst().orElse(null);
  }
}
