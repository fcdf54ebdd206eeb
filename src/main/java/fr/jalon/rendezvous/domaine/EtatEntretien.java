package fr.jalon.rendezvous.domaine;

import fr.jalon.socle.Etat;
import java.util.Set;

/** Where an interview stands, from the invitation to choose a slot to the presence. */
public enum EtatEntretien implements Etat<EtatEntretien> {
  /** Invited to choose her slot; she has none yet. */
  INVITEE("Invitation à choisir"),
  /** An agent gave her a slot and told her. */
  CONVOQUEE("Rendez-vous donné"),
  /** She chose the slot herself. */
  CONFIRMEE("Choisi par la personne"),
  /** She gave it up. */
  DECLINEE("Annulé par la personne"),
  /** Undone by the service. */
  ANNULEE("Annulé"),
  /** She came. */
  PRESENTE("Présence"),
  /** She did not come and said why. */
  EXCUSEE("Absence excusée"),
  /** She did not come and nobody knows why. */
  ABSENTE("Absence non excusée");

  private final String libelle;

  EtatEntretien(String libelle) {
    this.libelle = libelle;
  }

  @Override
  public String libelle() {
    return libelle;
  }

  /**
   * What may follow; a slot changed keeps or gives back {@code CONVOQUEE}. A presence entered by mistake is corrected; it is undone only when it
   * was a meeting without a slot, that nobody had planned.
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
