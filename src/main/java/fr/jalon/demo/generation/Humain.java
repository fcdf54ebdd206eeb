package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A fictitious human being: one NIR for life, whatever the claims. Names are kept as CAF writes them (capitals, no accent). */
final class Humain {
  final int sexe;
  final String nomNaissance;
  final String prenom;
  final String prenom2;
  final LocalDate naissance;
  final String lieuNaissance;
  final String nir;
  final String identifiantFt;
  final List<Activite> activites = new ArrayList<>();
  final List<Revenu> revenus = new ArrayList<>();
  boolean nirAvecCle;
  private String nirProvisoire;
  private LocalDate nirDefinitifLe;
  private LocalDate naissanceAttendue;
  private final NavigableMap<LocalDate, String> nomsUsage = new TreeMap<>();

  /** An activity from {@code du} until {@code au} (included, or {@code null} while it lasts). */
  record Activite(LocalDate du, LocalDate au, String regime, String code, String contrat) {
    boolean tns() {
      return code.equals("AEN") || code.equals("ETI") || code.equals("EXP");
    }
  }

  /** A monthly income, in cents, for the months that start between {@code du} and {@code au} (excluded, or {@code null}). */
  record Revenu(LocalDate du, LocalDate au, String nature, int centimes) {
    boolean activite() {
      return nature.equals("001") || nature.equals("030") || nature.equals("205");
    }

    boolean verseEn(LocalDate premierDuMois) {
      return !premierDuMois.isBefore(du) && (au == null || premierDuMois.isBefore(au));
    }
  }

  Humain(int sexe, String nomNaissance, String prenom, String prenom2, LocalDate naissance, String lieuNaissance, String nir,
      String identifiantFt) {
    this.sexe = sexe;
    this.nomNaissance = nomNaissance;
    this.prenom = prenom;
    this.prenom2 = prenom2;
    this.naissance = naissance;
    this.lieuNaissance = lieuNaissance;
    this.nir = nir;
    this.identifiantFt = identifiantFt;
  }

  /** Somebody else with the same names and birth date. */
  Humain homonyme(String autreNir, String autreIdentifiantFt) {
    return new Humain(sexe, nomNaissance, prenom, prenom2, naissance, lieuNaissance, autreNir, autreIdentifiantFt);
  }

  /** Takes a name in use from this day on. */
  void prendreNom(LocalDate depuis, String nom) {
    nomsUsage.put(depuis, nom);
  }

  /** Known under a provisional NIR until this day (excluded), or for ever when {@code null}. */
  void immatriculerProvisoirement(String provisoire, LocalDate definitifLe) {
    nirProvisoire = provisoire;
    nirDefinitifLe = definitifLe;
  }

  void attendreUnEnfant(LocalDate terme) {
    naissanceAttendue = terme;
  }

  /** Expected birth when the pregnancy is declared (third month) and not over at this date, else {@code null}. */
  LocalDate termeAu(LocalDate date) {
    return naissanceAttendue != null && !date.isBefore(naissanceAttendue.minusMonths(6)) && date.isBefore(naissanceAttendue)
        ? naissanceAttendue : null;
  }

  String nomAu(LocalDate date) {
    var nom = nomsUsage.floorEntry(date);
    return nom == null ? nomNaissance : nom.getValue();
  }

  /** NIR without key at a date. */
  String nirAu(LocalDate date) {
    return nirProvisoire != null && (nirDefinitifLe == null || date.isBefore(nirDefinitifLe)) ? nirProvisoire : nir;
  }

  boolean nirProvisoire() {
    return nirProvisoire != null;
  }

  /** NIR as the file writes it at a date: 13 characters, or 15 with the key. */
  String nirEcritAu(LocalDate date) {
    String connu = nirAu(date);
    return nirAvecCle ? connu + "%02d".formatted(97 - Long.parseLong(connu) % 97) : connu;
  }

  String civiliteAu(LocalDate date) {
    return sexe == 1 ? "MR" : "MME";
  }

  int ageAu(LocalDate date) {
    return naissance.until(date).getYears();
  }

  Activite activiteAu(LocalDate date) {
    Activite derniere = null;
    for (Activite a : activites) {
      if (!a.du().isAfter(date) && (a.au() == null || !a.au().isBefore(date))) {
        derniere = a;
      }
    }
    return derniere;
  }

  /** What changed about the person herself between two dates (first excluded, last included). */
  void faits(LocalDate apres, LocalDate jusqua, List<Dossier.Fait> faits) {
    nomsUsage.keySet().forEach(d -> ajouter(faits, d, apres, jusqua, "ETACIV"));
    if (nirDefinitifLe != null) {
      ajouter(faits, nirDefinitifLe, apres, jusqua, "ETACIV");
    }
    for (Activite a : activites) {
      ajouter(faits, a.du(), apres, jusqua, "SITPRO");
    }
  }

  static void ajouter(List<Dossier.Fait> faits, LocalDate date, LocalDate apres, LocalDate jusqua, String code) {
    if (date.isAfter(apres) && !date.isAfter(jusqua)) {
      faits.add(new Dossier.Fait(date, code));
    }
  }
}
