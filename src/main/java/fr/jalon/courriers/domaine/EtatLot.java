package fr.jalon.courriers.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a batch of letters stands. */
public enum EtatLot implements Etat<EtatLot> {
  /** Its PDF is being made. */
  EN_PREPARATION("En préparation"),
  /** Its PDF can be printed. */
  PRET("Prêt à imprimer"),
  /** Its preparation was cut short; it can start again. */
  INTERROMPU("Interrompu"),
  /** Its letters are at the post. */
  POSTE("Posté"),
  /** Its letters wait again. */
  DEFAIT("Défait");

  private final String libelle;

  EtatLot(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** The states that may follow; a PDF that is no longer kept is made again in any of the first four. */
  @Override
  public Set<EtatLot> suivants() {
    return switch (this) {
      case EN_PREPARATION -> Set.of(PRET, INTERROMPU);
      case PRET -> Set.of(POSTE, DEFAIT, EN_PREPARATION);
      case INTERROMPU -> Set.of(EN_PREPARATION, DEFAIT);
      // the same day only: it was said by mistake
      case POSTE -> Set.of(PRET);
      case DEFAIT -> Set.of();
    };
  }
}
