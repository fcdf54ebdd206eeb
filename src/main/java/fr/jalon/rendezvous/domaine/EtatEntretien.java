package fr.jalon.rendezvous.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where an interview stands, from the invitation to choose a slot to the presence. */
public enum EtatEntretien implements Etat<EtatEntretien> {
  /** Invited to choose her slot; she has none yet. */
  INVITEE("Invitation à choisir", "envelope-open", "attente"),
  /** An agent gave her a slot and told her. */
  CONVOQUEE("Rendez-vous donné", "envelope", "attente"),
  /** She chose the slot herself. */
  CONFIRMEE("Choisi par la personne", "check-circle", "ouvert"),
  /** She gave it up. */
  DECLINEE("Annulé par la personne", "x-circle", "suspendu"),
  /** Undone by the service. */
  ANNULEE("Annulé", "slash-circle", "clos"),
  /** She came. */
  PRESENTE("Présence", "person-check", "ouvert"),
  /** She did not come and said why. */
  EXCUSEE("Absence excusée", "person-dash", "suspendu"),
  /** She did not come and nobody knows why. */
  ABSENTE("Absence non excusée", "person-x", "refuse");

  private final String libelle;
  private final String icone;
  private final String classe;

  EtatEntretien(String libelle, String icone, String classe) {
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

  /**
   * What may follow; a slot changed keeps or gives back {@code CONVOQUEE}. A presence entered by mistake is corrected; it is undone only when it was a meeting
   * without a slot, that nobody had planned.
   */
  @Override
  public Set<EtatEntretien> suivants() {
    return switch (this) {
      case INVITEE -> Set.of(CONVOQUEE, CONFIRMEE, DECLINEE, ANNULEE);
      case CONVOQUEE, CONFIRMEE -> Set.of(CONVOQUEE, CONFIRMEE, DECLINEE, ANNULEE, PRESENTE, EXCUSEE, ABSENTE);
      case PRESENTE -> Set.of(EXCUSEE, ABSENTE, ANNULEE);
      case EXCUSEE -> Set.of(PRESENTE, ABSENTE, ANNULEE);
      case ABSENTE -> Set.of(PRESENTE, EXCUSEE, ANNULEE);
      case DECLINEE, ANNULEE -> Set.of();
    };
  }

  /** True while it holds the person: she has no other interview meanwhile. */
  public boolean enCours() {
    return this == INVITEE || attendue();
  }

  /** True when she is expected at a slot. */
  public boolean attendue() {
    return this == CONVOQUEE || this == CONFIRMEE;
  }

  /** True once her presence, or her absence, was entered. */
  public boolean pointee() {
    return this == PRESENTE || this == EXCUSEE || this == ABSENTE;
  }
}
