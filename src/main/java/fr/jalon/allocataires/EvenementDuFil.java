package fr.jalon.allocataires;

import java.time.LocalDate;

/**
 * One line of the timeline of a dossier.
 *
 * @param jour   the day it is true from
 * @param theme  what it is about
 * @param titre  a short phrase
 * @param detail one more phrase, or {@code null}
 * @param source where it comes from in plain words ({@code RSABEM-2025-07.xml, au 31/07/2025}), or {@code null}
 */
public record EvenementDuFil(LocalDate jour, Theme theme, String titre, String detail, String source) {

  /** What an event is about; one may show or hide each. */
  public enum Theme {
    /** State of the right. */
    DROITS("Droits", "shield-check"),
    /** Soumis aux droits et devoirs. */
    SDD("Droits et devoirs", "person-check"),
    /** Household and activity. */
    FOYER("Foyer et activité", "house-heart"),
    /** Moves. */
    ADRESSE("Adresse", "geo-alt"),
    /** Orientation, référent, appointments, contracts. */
    SUIVI("Suivi", "signpost-split"),
    /** Amounts of the calculation. */
    MONTANTS("Montants", "currency-euro"),
    /** Payments month by month. */
    PAIEMENTS("Paiements", "bank");

    private final String libelle;
    private final String icone;

    Theme(String libelle, String icone) {
      this.libelle = libelle;
      this.icone = icone;
    }

    /** As shown. */
    public String libelle() {
      return libelle;
    }

    /** Bootstrap icon. */
    public String icone() {
      return icone;
    }
  }
}
