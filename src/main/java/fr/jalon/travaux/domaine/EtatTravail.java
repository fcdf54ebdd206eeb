package fr.jalon.travaux.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a job stands. */
public enum EtatTravail implements Etat<EtatTravail> {
  EN_ATTENTE("En attente"),
  EN_COURS("En cours"),
  FINI("Terminé"),
  /** It stopped on an error, as many times as it may be tried. */
  ECHEC("Échoué"),
  /** Its server stopped and its parts cannot be done twice: a person looks, then asks again. */
  INTERROMPU("Interrompu"),
  ANNULE("Annulé");

  private final String libelle;

  EtatTravail(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** A job under way waits again when its server stopped and another may go on. */
  @Override
  public Set<EtatTravail> suivants() {
    return switch (this) {
      case EN_ATTENTE -> Set.of(EN_COURS, ANNULE);
      case EN_COURS -> Set.of(FINI, ECHEC, INTERROMPU, ANNULE, EN_ATTENTE);
      case FINI, ECHEC, INTERROMPU, ANNULE -> Set.of();
    };
  }

  /** True when nothing more will be done. */
  public boolean clos() {
    return suivants().isEmpty();
  }
}
