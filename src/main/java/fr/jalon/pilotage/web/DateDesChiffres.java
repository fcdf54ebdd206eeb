package fr.jalon.pilotage.web;

import fr.jalon.ecran.Francais;
import fr.jalon.pilotage.DonneesChargees;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Component;

/** "À la date du": the date typed in the address, else that of the latest file. */
@Component
public class DateDesChiffres {
  private final DonneesChargees donnees;
  private final Clock horloge;

  DateDesChiffres(DonneesChargees donnees, Clock horloge) {
    this.donnees = donnees;
    this.horloge = horloge;
  }

  /**
   * @param au       the date of the figures
   * @param derniere reference date of the latest file, {@code null} when none is loaded
   * @param erreur   French sentence when the date typed was not one, else {@code null}
   */
  public record Choix(LocalDate au, LocalDate derniere, String erreur) {}

  Choix choisir(String saisie) {
    LocalDate derniere = donnees.derniereReference().orElse(null);
    LocalDate parDefaut = derniere == null ? LocalDate.now(horloge) : derniere;
    if (saisie.isBlank()) {
      return new Choix(parDefaut, derniere, null);
    }
    try {
      LocalDate au = LocalDate.parse(saisie.strip());
      LocalDate limite = LocalDate.now(horloge).isBefore(parDefaut) ? parDefaut : LocalDate.now(horloge);
      if (au.isAfter(limite) && au.getYear() <= 2200) {
        return new Choix(parDefaut, derniere,
            "Le %s n'est pas encore arrivé : les chiffres d'un jour à venir n'existent pas.".formatted(Francais.date(au)));
      }
      return au.getYear() < 1988 || au.getYear() > 2200
          ? new Choix(parDefaut, derniere, "La date « " + saisie + " » est hors du RSA : choisissez-en une autre.")
          : new Choix(au, derniere, null);
    } catch (DateTimeParseException _) {
      return new Choix(parDefaut, derniere, "« " + saisie + " » n'est pas une date : écrivez-la sous la forme 2025-08-31.");
    }
  }
}
