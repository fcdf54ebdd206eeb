package fr.jalon.rendezvous.web;

import fr.jalon.rendezvous.SaisieDePermanence;
import fr.jalon.rendezvous.domaine.HorairesDePermanence;
import fr.jalon.socle.RefusMetier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** Opening hours as typed. @param jour 1 = Monday */
public record FormulaireDePermanence(Integer lieu, String agent, Integer referent, Integer jour, String debut, String fin, String minutes, String du, String au) {
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

  /** @throws RefusMetier when something is missing or is not what it should be */
  SaisieDePermanence saisie() {
    LocalTime de = lire(debut, LocalTime::parse);
    LocalTime jusqua = lire(fin, LocalTime::parse);
    if (lieu == null) {
      throw new RefusMetier("LIEU_ABSENT", "Choisissez le lieu de la permanence.");
    }
    if (jour == null || jour < 1 || jour > DIMANCHE) {
      throw new RefusMetier("JOUR_ABSENT", "Choisissez le jour de la semaine.");
    }
    if (de == null || jusqua == null || !jusqua.isAfter(de)) {
      throw new RefusMetier("HEURES", "Indiquez l'heure de début et une heure de fin après elle.");
    }
    if (!minutes.strip().matches("\\d{1,3}")) {
      throw new RefusMetier("DUREE", "La durée d'un créneau est un nombre de minutes.");
    }
    LocalDate premier = lire(du, LocalDate::parse);
    LocalDate dernier = lire(au, LocalDate::parse);
    if (premier == null || dernier == null) {
      throw new RefusMetier("DATES", "Indiquez le premier et le dernier jour.");
    }
    return new SaisieDePermanence(lieu, agent, referent, new HorairesDePermanence(DayOfWeek.of(jour), de, jusqua, Integer.parseInt(minutes.strip()), premier, dernier));
  }

  static <T> T lire(String texte, Function<CharSequence, T> lecture) {
    try {
      return texte == null || texte.isBlank() ? null : lecture.apply(texte);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte;
  }
}
