package fr.jalon.rendezvous.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a convocation stands, from the waiting list to the presence. */
public enum EtatConvocation implements Etat<EtatConvocation> {
  /** The session is full: she enters when somebody gives up. Nothing was sent to her. */
  EN_ATTENTE("Liste d'attente"),
  /** Told of the session; no answer yet. */
  CONVOQUEE("Sans réponse"),
  /** Says she comes. */
  CONFIRMEE("Vient"),
  /** Says she cannot come. */
  DECLINEE("Ne peut pas venir"),
  /** Undone by the service: session cancelled, or already met otherwise. */
  ANNULEE("Annulée"),
  /** She came. */
  PRESENTE("Présence"),
  /** She did not come and said why. */
  EXCUSEE("Absence excusée"),
  /** She did not come and nobody knows why. */
  ABSENTE("Absence non excusée");

  private final String libelle;

  EtatConvocation(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** What may follow. A presence entered by mistake is corrected, or taken back to what it was before the session. */
  @Override
  public Set<EtatConvocation> suivants() {
    return switch (this) {
      case EN_ATTENTE -> Set.of(CONVOQUEE, DECLINEE, ANNULEE);
      case CONVOQUEE -> Set.of(CONFIRMEE, DECLINEE, ANNULEE, PRESENTE, EXCUSEE, ABSENTE);
      case CONFIRMEE -> Set.of(CONVOQUEE, DECLINEE, ANNULEE, PRESENTE, EXCUSEE, ABSENTE);
      case PRESENTE -> Set.of(CONVOQUEE, EXCUSEE, ABSENTE, ANNULEE);
      case EXCUSEE -> Set.of(CONVOQUEE, PRESENTE, ABSENTE);
      case ABSENTE -> Set.of(CONVOQUEE, PRESENTE, EXCUSEE);
      case DECLINEE, ANNULEE -> Set.of();
    };
  }

  /** True while it holds the person: she is not convoked elsewhere meanwhile. */
  public boolean enCours() {
    return this == EN_ATTENTE || this == CONVOQUEE || this == CONFIRMEE;
  }

  /** True when she was told of a session that is to come. */
  public boolean attendue() {
    return this == CONVOQUEE || this == CONFIRMEE;
  }

  /** True once her presence, or her absence, was entered. */
  public boolean pointee() {
    return this == PRESENTE || this == EXCUSEE || this == ABSENTE;
  }
}
