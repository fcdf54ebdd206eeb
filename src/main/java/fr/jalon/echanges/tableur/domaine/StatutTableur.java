package fr.jalon.echanges.tableur.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a spreadsheet of persons stands. */
public enum StatutTableur implements Etat<StatutTableur> {
  A_ASSOCIER("Colonnes à associer"),
  A_CONFIRMER("À confirmer"),
  EN_COURS("En cours d'enregistrement"),
  /** Rows in error may remain. */
  ENREGISTRE("Enregistré"),
  /** What it recorded is being undone. */
  EN_ANNULATION("En cours d'annulation");

  private final String libelle;

  StatutTableur(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /**
   * What may follow: what is recorded is recorded again for the rows corrected, and read again otherwise when no row was right; a recording that
   * stops goes back; undone or not, it stays recorded.
   */
  @Override
  public Set<StatutTableur> suivants() {
    return switch (this) {
      case A_ASSOCIER -> Set.of(A_CONFIRMER);
      case A_CONFIRMER -> Set.of(A_ASSOCIER, EN_COURS);
      case EN_COURS -> Set.of(ENREGISTRE, A_CONFIRMER);
      case ENREGISTRE -> Set.of(EN_COURS, A_ASSOCIER, EN_ANNULATION);
      case EN_ANNULATION -> Set.of(ENREGISTRE);
    };
  }
}
