package fr.jalon.echanges.registre.domaine;

import fr.jalon.socle.Etat;
import java.util.Arrays;
import java.util.Set;

/** What became of a rejected dossier. */
public enum StatutRejet implements Etat<StatutRejet> {
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

  @Override
  public String libelle() {
    return libelle;
  }

  /** What may follow: a rejected dossier is settled once. */
  @Override
  public Set<StatutRejet> suivants() {
    return this == OUVERT ? Set.of(REJOUE, GUERI, ECARTE) : Set.of();
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
