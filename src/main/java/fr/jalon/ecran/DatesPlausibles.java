package fr.jalon.ecran;

import fr.jalon.socle.Fautes;
import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Dates of addresses and forms are days someone may have lived or will: the year −999999999 parses, and breaks whatever counts from it. */
@ControllerAdvice
public class DatesPlausibles {
  private static final int PREMIERE_ANNEE = 1850;
  private static final int DERNIERE_ANNEE = 2200;
  private static final DateTimeFormatter A_LA_MAIN = DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  @InitBinder
  void dates(WebDataBinder lieur) {
    lieur.registerCustomEditor(LocalDate.class, new PropertyEditorSupport() {
      @Override
      public void setAsText(String texte) {
        try {
          setValue(texte == null || texte.isBlank() ? null : lire(texte.strip()));
        } catch (DateTimeParseException e) {
          // what a binder takes for a wrong value
          throw new IllegalArgumentException(e);
        }
      }

      @Override
      public String getAsText() {
        return getValue() == null ? "" : getValue().toString();
      }
    });
  }

  /**
   * A day as addresses and forms write it, {@code 2025-10-20}, or as a person does, {@code 20/10/2025}: the sentence of the refusal asks for it.
   *
   * @throws DateTimeParseException when it is not a day, or not of a year that anyone counts in
   */
  public static LocalDate lire(String texte) {
    LocalDate lue = texte.indexOf('/') < 0 ? LocalDate.parse(texte) : LocalDate.parse(texte, A_LA_MAIN);
    if (lue.getYear() < PREMIERE_ANNEE || lue.getYear() > DERNIERE_ANNEE) {
      throw new DateTimeParseException("Année impossible", texte, 0);
    }
    return lue;
  }

  /** A day as typed, {@code null} when there is none or it cannot be read: whoever needs it says so. */
  public static LocalDate lireOuRien(String texte) {
    return facultatif("", texte, new Fautes());
  }

  /** A day that may be left out, {@code null} then; one that cannot be read is a fault of its field, never left out by itself. */
  public static LocalDate facultatif(String champ, String texte, Fautes fautes) {
    try {
      return texte == null || texte.isBlank() ? null : lire(texte.strip());
    } catch (DateTimeParseException _) {
      fautes.exiger(false, champ, "DATE_ILLISIBLE", "Cette date ne peut pas être lue. Écrivez-la ainsi : 15/09/2025.");
      return null;
    }
  }
}
