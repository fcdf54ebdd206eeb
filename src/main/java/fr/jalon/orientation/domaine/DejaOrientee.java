package fr.jalon.orientation.domaine;

import fr.jalon.diagnostic.domaine.Parcours;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The follow-up a person already has: what the second agent must be told.
 *
 * @param organisation its name
 * @param saisiPar     login of who recorded it; @param saisiLe when
 */
public record DejaOrientee(Parcours parcours, String organisation, LocalDate notifieLe, String saisiPar, OffsetDateTime saisiLe) {
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("dd/MM/yyyy 'à' HH:mm");

  /** « parcours social, CMS de Privas, notifié le 15/10/2025, saisi par lucie le 15/10/2025 à 10:02 ». */
  public String phrase() {
    return "parcours %s, %s, notifié le %s, saisi par %s le %s".formatted(parcours.libelle().toLowerCase(Locale.FRENCH), organisation,
        JOUR.format(notifieLe),
        saisiPar, INSTANT.format(saisiLe.atZoneSameInstant(ZoneId.systemDefault())));
  }
}
