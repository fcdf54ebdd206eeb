package fr.jalon.echanges.registre.domaine;

import fr.jalon.socle.Etat;
import java.util.Arrays;
import java.util.Set;

/** What became of a rejected dossier. */
public enum StatutRejet implements Etat<StatutRejet> {
  OUVERT("À corriger"),
  REJOUE("Corrigé et enregistré"),
  GUERI("Réparé par un fichier suivant"),
  ECARTE("Écarté");

  private final String libelle;

  StatutRejet(String libelle) {
    this.libelle = libelle;
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

  /** The status of that name, or {@code null}. */
  public static StatutRejet lire(String nom) {
    return Arrays.stream(values()).filter(s -> s.name().equals(nom)).findFirst().orElse(null);
  }
}
