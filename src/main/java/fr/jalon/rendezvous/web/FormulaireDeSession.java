package fr.jalon.rendezvous.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.ecran.Francais;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.domaine.Rythme;
import fr.jalon.rendezvous.lecture.LigneDeSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session, or a series, as typed.
 *
 * @param jours  the days kept after the preview (ISO), empty before
 * @param feries the public holidays opened by choice (ISO)
 * @param vus    the days that the preview showed (ISO): those among them that are not in {@code jours} were taken out
 * @param etat  its state, not typed; {@code null} for one to open
 */
public record FormulaireDeSession(Integer lieu, String jour, String debut, String fin, String capacite, String animateur,
    String langues, String commentaire,
    String rythme, String jusqua, List<String> jours, List<String> feries, List<String> vus, String etat) {
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
    vus = vus == null ? List.of() : vus.stream().filter(Objects::nonNull).toList();
  }

  static FormulaireDeSession nouveau() {
    return new FormulaireDeSession(null, "", "09:30", "11:30", "", "", "", "", "UNE_FOIS", "", List.of(), List.of(), List.of(), null);
  }

  static FormulaireDeSession de(LigneDeSession s) {
    return new FormulaireDeSession(s.lieuId(), s.jour().toString(), s.debut().toString(), s.fin().toString(), String.valueOf(s.capacite()),
        s.animateur(), s.langues(),
        s.commentaire(), "", "", List.of(), List.of(), List.of(), s.etat().name());
  }

  static String jourEnClair(String jour) {
    LocalDate lu = DatesPlausibles.lireOuRien(jour);
    return lu == null ? jour : Francais.date(lu);
  }

  /** How often it comes back. */
  public Rythme rythmeChoisi() {
    return Rythme.de(rythme);
  }

  /** The first day, {@code null} when it is none. */
  LocalDate premierJour() {
    return DatesPlausibles.lireOuRien(jour);
  }

  /** The last day possible of a series, {@code null} when it is none. */
  LocalDate dernierJour() {
    return DatesPlausibles.lireOuRien(jusqua);
  }

  /** True for a day of the preview to tick: one that was not shown before, or was left ticked. */
  public boolean garde(LocalDate date) {
    return !vus.contains(date.toString()) || jours.contains(date.toString());
  }

  /** The days ticked in the preview, public holidays chosen among them. */
  List<LocalDate> joursGardes() {
    return Stream.concat(jours.stream(), feries.stream()).map(DatesPlausibles::lireOuRien).filter(java.util.Objects::nonNull)
        .distinct().sorted().toList();
  }

  /** The public holidays opened by choice. */
  Set<LocalDate> feriesChoisis() {
    return feries.stream().map(DatesPlausibles::lireOuRien).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  /** As read: {@code null} (0 for the places) where nothing is, or what is cannot be read. */
  SaisieDeSession saisie() {
    return new SaisieDeSession(lieu, FormulaireDePermanence.heure(debut), FormulaireDePermanence.heure(fin),
        capacite.isBlank() ? null : capacite.strip().matches("\\d{1,4}") ? Integer.valueOf(capacite.strip()) : Integer.valueOf(0),
        animateur, langues, commentaire);
  }

  private static String vide(String texte) {
    return texte == null ? "" : texte;
  }
}
