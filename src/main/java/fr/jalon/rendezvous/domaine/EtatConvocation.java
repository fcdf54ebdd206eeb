package fr.jalon.rendezvous.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where a convocation stands, from the waiting list to the presence. */
public enum EtatConvocation implements Etat<EtatConvocation> {
  /** The session is full: she enters when somebody gives up. Nothing was sent to her. */
  EN_ATTENTE("Liste d'attente", "hourglass-split", "attente"),
  /** Told of the session; no answer yet. */
  CONVOQUEE("Sans réponse", "envelope", "attente"),
  /** Says she comes. */
  CONFIRMEE("Vient", "check-circle", "ouvert"),
  /** Says she cannot come. */
  DECLINEE("Ne peut pas venir", "x-circle", "suspendu"),
  /** Undone by the service: session cancelled, or already met otherwise. */
  ANNULEE("Annulée", "slash-circle", "clos"),
  /** She came. */
  PRESENTE("Présence", "person-check", "ouvert"),
  /** She did not come and said why. */
  EXCUSEE("Absence excusée", "person-dash", "suspendu"),
  /** She did not come and nobody knows why. */
  ABSENTE("Absence non excusée", "person-x", "refuse");

  private final String libelle;
  private final String icone;
  private final String classe;

  EtatConvocation(String libelle, String icone, String classe) {
    this.libelle = libelle;
    this.icone = icone;
    this.classe = classe;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /** Bootstrap icon. */
  public String icone() {
    return icone;
  }

  /** Style. */
  public String classe() {
    return classe;
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
