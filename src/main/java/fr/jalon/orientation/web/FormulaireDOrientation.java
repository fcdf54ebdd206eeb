package fr.jalon.orientation.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Public;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the agent typed, as typed.
 *
 * @param destination {@code 12} (organisation) or {@code 12-34} (organisation and référent)
 * @param notifieLe   ISO date
 * @param motifEcart  why the pathway is not the one recommended
 * @param retour      where to go back
 * @param besoin      public the agent says the person belongs to, or empty
 * @param acceptePar  who accepts that the référent goes over her capacity, or empty
 */
public record FormulaireDOrientation(@PersonneMontree long personne, String parcours, String destination, String notifieLe,
    String motifEcart, String retour,
    String besoin, String acceptePar, String raisonDuDepassement) {
  /** Nothing typed of the référent yet. */
  public FormulaireDOrientation(long personne, String parcours, String destination, String notifieLe, String motifEcart, String retour) {
    this(personne, parcours, destination, notifieLe, motifEcart, retour, null, null, null);
  }

  private static final Pattern DESTINATION = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  /** The same for the person that the page is about, whoever the form named. */
  FormulaireDOrientation pour(long personne) {
    return new FormulaireDOrientation(personne, parcours, destination, notifieLe, motifEcart, retour, besoin, acceptePar, raisonDuDepassement);
  }

  /** @throws fr.jalon.socle.SaisieRefusee when a choice is missing or the day cannot be read */
  NouvelleOrientation orientation() {
    Matcher m = DESTINATION.matcher(destination == null ? "" : destination);
    new Fautes().exiger(parcoursChoisi() != null, "parcours", "PARCOURS_ABSENT", "Choisissez un parcours.")
        .exiger(m.matches(), "destination", "ORGANISATION_INCONNUE", "Choisissez l'organisation, ou un référent.")
        .exiger(jour() != null, "notifieLe", "DATE_ABSENTE", "Indiquez le jour, par exemple 15/09/2025.").lever();
    return new NouvelleOrientation(personne, parcoursChoisi(), Integer.parseInt(m.group(1)),
        m.group(2) == null ? null : Integer.valueOf(m.group(2)), jour(),
        motifEcart == null || motifEcart.isBlank() ? null : motifEcart.strip(), publicDit(),
        Depassement.de(acceptePar, raisonDuDepassement));
  }

  /** A refusal of this form, its faults in the order of its fields. */
  static Refus refus(RefusMetier refus) {
    return Refus.de(refus).dansLOrdre("parcours", "motifEcart", "destination", "notifieLe");
  }

  /** Only a page of ours. */
  public String retourSur() {
    return AdresseDePage.localeOu(retour, "/nouveaux-entrants");
  }

  private Parcours parcoursChoisi() {
    for (Parcours p : Parcours.values()) {
      if (p.name().equals(parcours)) {
        return p;
      }
    }
    return null;
  }

  private Public publicDit() {
    for (Public p : Public.values()) {
      if (p.name().equals(besoin)) {
        return p;
      }
    }
    return null;
  }

  private LocalDate jour() {
    return DatesPlausibles.lireOuRien(notifieLe);
  }
}
