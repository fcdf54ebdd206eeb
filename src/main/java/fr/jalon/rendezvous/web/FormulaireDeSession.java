package fr.jalon.rendezvous.web;

import fr.jalon.ecran.Francais;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.rendezvous.domaine.Rythme;
import fr.jalon.rendezvous.lecture.LigneDeSession;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session, or a series, as typed.
 *
 * @param jours  the days kept after the preview (ISO), empty before
 * @param feries the public holidays opened by choice (ISO)
 * @param etat  its state, not typed; {@code null} for one to open
 */
public record FormulaireDeSession(Integer lieu, String jour, String debut, String fin, String capacite, String animateur, String langues, String commentaire,
    String rythme, String jusqua, List<String> jours, List<String> feries, String etat) {
  /** Absent texts are empty. */
  public FormulaireDeSession {
    jour = vide(jour);
    debut = vide(debut);
    fin = vide(fin);
    capacite = vide(capacite);
    animateur = vide(animateur);
    langues = vide(langues);
    commentaire = vide(commentaire);
    rythme = vide(rythme);
    jusqua = vide(jusqua);
    jours = jours == null ? List.of() : jours.stream().filter(Objects::nonNull).toList();
    feries = feries == null ? List.of() : feries.stream().filter(Objects::nonNull).toList();
  }

  static FormulaireDeSession nouveau() {
    return new FormulaireDeSession(null, "", "09:30", "11:30", "", "", "", "", "UNE_FOIS", "", List.of(), List.of(), null);
  }

  static FormulaireDeSession de(LigneDeSession s) {
    return new FormulaireDeSession(s.lieuId(), s.jour().toString(), s.debut().toString(), s.fin().toString(), String.valueOf(s.capacite()), s.animateur(), s.langues(),
        s.commentaire(), "", "", List.of(), List.of(), s.etat().name());
  }

  static String jourEnClair(String jour) {
    LocalDate lu = lire(jour, LocalDate::parse);
    return lu == null ? jour : Francais.date(lu);
  }

  /** How often it comes back. */
  public Rythme rythmeChoisi() {
    return Rythme.de(rythme);
  }

  /** The days of the series asked for. @throws RefusMetier when the first day is missing */
  List<Rythme.Jour> serie() {
    LocalDate premier = premierJour();
    if (rythmeChoisi() != Rythme.UNE_FOIS && lire(jusqua, LocalDate::parse) == null) {
      throw new RefusMetier("DATE_ABSENTE", "Indiquez jusqu'à quel jour les sessions reviennent.");
    }
    return rythmeChoisi().jours(premier, lire(jusqua, LocalDate::parse));
  }

  /** @throws RefusMetier when it is missing */
  LocalDate premierJour() {
    LocalDate premier = lire(jour, LocalDate::parse);
    if (premier == null) {
      throw new RefusMetier("DATE_ABSENTE", "Indiquez le jour de la session.");
    }
    return premier;
  }

  /** The days ticked in the preview, public holidays chosen among them. */
  List<LocalDate> joursGardes() {
    return Stream.concat(jours.stream(), feries.stream()).map(j -> lire(j, LocalDate::parse)).filter(java.util.Objects::nonNull).distinct().sorted().toList();
  }

  /** The public holidays opened by choice. */
  Set<LocalDate> feriesChoisis() {
    return feries.stream().map(j -> lire(j, LocalDate::parse)).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** The public holiday typed as the day, that may be opened by choice; {@code null} when it is none. */
  public Rythme.Jour jourFerie() {
    LocalDate lu = lire(jour, LocalDate::parse);
    return lu == null ? null : JoursFeries.nom(lu).map(nom -> new Rythme.Jour(lu, nom)).orElse(null);
  }

  /** @throws RefusMetier when the place is missing or the number of places is not one */
  SaisieDeSession saisie() {
    if (lieu == null) {
      throw new RefusMetier("LIEU_ABSENT", "Choisissez le lieu de la session.");
    }
    if (!capacite.isBlank() && !capacite.strip().matches("\\d{1,4}")) {
      throw new RefusMetier("CAPACITE", "Le nombre de places est un nombre entier ; laissez vide pour prendre celui de la salle.");
    }
    return new SaisieDeSession(lieu, lire(debut, LocalTime::parse), lire(fin, LocalTime::parse), capacite.isBlank() ? null : Integer.valueOf(capacite.strip()), animateur,
        langues, commentaire);
  }

  private static <T> T lire(String texte, Function<CharSequence, T> lecture) {
    try {
      return texte.isBlank() ? null : lecture.apply(texte);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte;
  }
}
