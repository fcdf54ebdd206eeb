package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Humain.Revenu;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The amounts of a claim for a month, in cents. Plausible, not opposable: the calculation of the law is elsewhere. */
final class CalculDesMontants {
  private static final int PLANCHER = 2_000;
  private static final int MOIS_MAJORATION = 36;
  private final Baremes baremes;

  /**
   * @param forfait    flat-rate amount
   * @param ressources monthly average of the quarter
   * @param total      the right, before any reduction
   * @param verse      what is paid, once reduced
   * @param debut      day from which these elements hold
   */
  record Montants(int forfait, int logement, int prestations, int ressources, int abattement, int reduction, int total, int verse,
      boolean majore, LocalDate debut) {}

  /** A line of the financial file: month owed, operation (PME or PRA), amount. */
  record Paiement(LocalDate mois, String operation, boolean majore, int centimes) {}

  CalculDesMontants(Baremes baremes) {
    this.baremes = baremes;
  }

  /** First month of the quarter of rights in which this day falls. */
  static LocalDate debutTrimestre(Dossier dossier, LocalDate date) {
    int rang = Math.floorMod(date.getYear() * 12 + date.getMonthValue() - dossier.phase, 3);
    return date.withDayOfMonth(1).minusMonths(rang);
  }

  /** Average of the quarter before, in cents; only the incomes from work when asked. */
  static int moyenne(Dossier dossier, Humain humain, LocalDate date, boolean activiteSeule) {
    if (humain.revenus.isEmpty()) {
      return 0;
    }
    LocalDate trimestre = debutTrimestre(dossier, date);
    int total = 0;
    for (int m = 3; m >= 1; m--) {
      LocalDate mois = trimestre.minusMonths(m);
      for (Revenu revenu : humain.revenus) {
        if (revenu.verseEn(mois) && (!activiteSeule || revenu.activite())) {
          total += revenu.centimes();
        }
      }
    }
    return total / 3;
  }

  /** Subject to the rights and duties: her income from work is under the threshold and the right is open. */
  boolean soumis(Dossier dossier, Humain humain, LocalDate date) {
    Dossier.Etat etat = dossier.etatAu(date);
    return (etat.code() == '2' || etat.code() == '3') && moyenne(dossier, humain, date, true) < baremes.seuilDroitsEtDevoirs;
  }

  boolean majore(Dossier dossier, LocalDate date) {
    if (dossier.adultesAu(date) != 1) {
      return false;
    }
    for (Dossier.Membre m : dossier.membres) {
      if (!m.adulte() && m.presentAu(date) && date.isBefore(m.humain().naissance.plusMonths(MOIS_MAJORATION))) {
        return true;
      }
    }
    return dossier.demandeur().termeAu(date) != null;
  }

  Montants montants(Dossier dossier, LocalDate date) {
    int adultes = dossier.adultesAu(date);
    int enfants = dossier.enfantsAu(date);
    boolean majore = majore(dossier, date);
    int forfait = baremes.forfait(date, adultes, enfants, majore);
    int logement = dossier.sansDomicile ? 0 : baremes.forfaitLogement(date, adultes + enfants);
    int prestations = baremes.prestationsFamiliales(date, enfants, adultes == 1 && dossier.rappel);
    int ressources = 0;
    boolean change = false;
    LocalDate debut = FabriqueDeFoyers.plusTard(baremes.debut(date), dossier.demande.withDayOfMonth(1));
    for (Dossier.Membre m : dossier.membres) {
      if (m.adulte() && m.presentAu(date)) {
        int moyenne = moyenne(dossier, m.humain(), date, false);
        ressources += moyenne;
        change |= moyenne != moyenne(dossier, m.humain(), date.withDayOfMonth(1).minusMonths(3), false);
      }
      if (m.presentAu(date) && m.du().isAfter(dossier.demande)) {
        debut = FabriqueDeFoyers.plusTard(debut, m.du().withDayOfMonth(1));
      }
    }
    if (ressources > 0 || change) {
      debut = FabriqueDeFoyers.plusTard(debut, debutTrimestre(dossier, date));
    }
    int theorique = forfait - logement - prestations - ressources;
    int total = Math.max(theorique, PLANCHER);
    Dossier.Reduction reduction = dossier.reductionAu(date);
    int reduit = reduction == null ? 0 : Math.min(reduction.centimes(), total - PLANCHER / 2);
    return new Montants(forfait, logement, prestations, ressources, total - theorique, reduit, total, total - reduit, majore, debut);
  }

  /** What is paid for the month that ends on this day: the month itself, and at the opening the months owed before. */
  List<Paiement> paiements(Dossier dossier, LocalDate finDeMois) {
    if (!dossier.versableAu(finDeMois)) {
      return List.of();
    }
    Montants montants = montants(dossier, finDeMois);
    List<Paiement> paiements = new ArrayList<>(2);
    LocalDate mois = finDeMois.withDayOfMonth(1);
    paiements.add(new Paiement(mois, "PME", montants.majore(), montants.verse()));
    LocalDate ouverture = dossier.ouverture();
    if (dossier.rappel && dossier.arrivee == null && !ouverture.isBefore(mois) && dossier.demande.isBefore(mois)) {
      paiements.add(new Paiement(dossier.demande.withDayOfMonth(1), "PRA", montants.majore(), montants.verse()));
    }
    return paiements;
  }
}
