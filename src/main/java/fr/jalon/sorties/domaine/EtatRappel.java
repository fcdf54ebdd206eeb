package fr.jalon.sorties.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where the call of an exit is. */
public enum EtatRappel implements Etat<EtatRappel> {
  /** To be made around its day. */
  PREVU("Prévu"),
  /** She said what she does, or a file did. */
  REPONDU("Répondu"),
  /** Tried as many times as asked: she was written to. She may still answer. */
  SANS_REPONSE("Sans réponse"),
  /** No longer to be made. */
  ANNULE("Annulé");

  private final String libelle;

  EtatRappel(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** Forward, and back when an answer was noted by mistake. */
  @Override
  public Set<EtatRappel> suivants() {
    return switch (this) {
      case PREVU -> Set.of(REPONDU, SANS_REPONSE, ANNULE);
      case REPONDU -> Set.of(PREVU, SANS_REPONSE);
      case SANS_REPONSE -> Set.of(REPONDU, PREVU, ANNULE);
      case ANNULE -> Set.of(PREVU);
    };
  }

  /** True while she may answer. */
  public boolean attend() {
    return this == PREVU || this == SANS_REPONSE;
  }
}
