package fr.jalon.orientation.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.orientation.domaine.RaisonSansSuivi;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Why nobody follows a person, as typed.
 *
 * @param revoir ISO date
 */
public record FormulaireSansSuivi(Long personne, String raison, String revoir) {
  /** Absent texts are empty. */
  public FormulaireSansSuivi {
    raison = raison == null ? "" : raison;
    revoir = revoir == null ? "" : revoir;
  }

  /** The day typed, {@code null} when it is none. */
  LocalDate jour() {
    try {
      return revoir.isBlank() ? null : DatesPlausibles.lire(revoir);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  RaisonSansSuivi raisonSansSuivi() {
    return new RaisonSansSuivi(personne == null ? 0 : personne, raison, jour());
  }
}
