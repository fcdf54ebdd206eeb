package fr.jalon.rendezvous.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.rendezvous.SaisieDePermanence;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Opening hours as typed. @param jour 1 = Monday */
public record FormulaireDePermanence(Integer lieu, String agent, Integer referent, Integer jour, String debut, String fin, String minutes,
    String du, String au) {
  private static final int DIMANCHE = 7;

  /** Absent texts are empty. */
  public FormulaireDePermanence {
    agent = vide(agent);
    debut = vide(debut);
    fin = vide(fin);
    minutes = vide(minutes);
    du = vide(du);
    au = vide(au);
  }

  static FormulaireDePermanence nouveau() {
    return new FormulaireDePermanence(null, "", null, null, "09:00", "12:00", "45", "", "");
  }

  /** As read: {@code null} (0 for the minutes) where nothing is, or what is cannot be read. */
  SaisieDePermanence saisie() {
    return new SaisieDePermanence(lieu, agent, referent,
        new HorairesDePermanence(jour == null || jour < 1 || jour > DIMANCHE ? null : DayOfWeek.of(jour),
        heure(debut), heure(fin), minutes.strip().matches("\\d{1,3}") ? Integer.parseInt(minutes.strip()) : 0,
        DatesPlausibles.lireOuRien(du), DatesPlausibles.lireOuRien(au)));
  }

  /** An hour as typed, {@code null} when there is none or it cannot be read. */
  static LocalTime heure(String texte) {
    try {
      return texte.isBlank() ? null : LocalTime.parse(texte.strip());
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte;
  }
}
