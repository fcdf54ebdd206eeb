package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Humain.Revenu;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The amounts of a claim for a month, in cents. They agree with those of the law (module calcul) but for the deliberate differences. */
final class CalculDesMontants {
  private static final int PLANCHER = 2_000;
  private static final int MOIS_MAJORATION = 36;
  /** Right months from which the resources are those of M-4 to M-2 (decree 2025-185); those of M-3 to M-1 before. */
  private static final LocalDate REFERENCE_RECULEE = LocalDate.of(2025, 3, 1);
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

  /** First of the three months whose resources count for the quarter of rights in which this day falls. */
  static LocalDate debutDeReference(Dossier dossier, LocalDate date) {
    LocalDate trimestre = debutTrimestre(dossier, date);
    return trimestre.minusMonths(trimestre.isBefore(REFERENCE_RECULEE) ? 3 : 4);
  }

  /** Average of the reference months, in cents; only the incomes from work when asked. */
  static int moyenne(Dossier dossier, Humain humain, LocalDate date, boolean activiteSeule) {
    if (humain.revenus.isEmpty()) {
      return 0;
    }
    LocalDate reference = debutDeReference(dossier, date);
    int total = 0;
    for (int m = 0; m < 3; m++) {
      LocalDate mois = reference.plusMonths(m);
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
      if (!m.adulte() && m.presentAu(date) && date.withDayOfMonth(1).isBefore(m.humain().naissance.plusMonths(MOIS_MAJORATION))) {
        return true;
      }
    }
    return dossier.demandeur().termeAu(date) != null;
  }

  Montants montants(Dossier dossier, LocalDate date) {
    int adultes = dossier.adultesAu(date);
    Dossier.Ecart ecart = dossier.ecartAu(date);
    int enfants = dossier.enfantsAu(date) - (ecart == Dossier.Ecart.ENFANT_OUBLIE && dossier.enfantsAu(date) > 0 ? 1 : 0);
    boolean majore = majore(dossier, date) && ecart != Dossier.Ecart.MAJORATION_OUBLIEE;
    int forfait = baremes.forfait(date, adultes, enfants, majore);
    int logement = dossier.sansDomicile ? 0 : baremes.forfaitLogement(date, adultes + enfants);
    int prestations = baremes.prestationsFamiliales(date, enfants, adultes == 1 && dossier.rappel);
    int ressources = 0;
    boolean change = false;
    LocalDate debut = FabriqueDeFoyers.plusTard(baremes.debut(date), dossier.demande.withDayOfMonth(1));
    for (Dossier.Membre m : dossier.membres) {
      if (m.adulte() && m.presentAu(date)) {
        int moyenne = moyenne(dossier, m.humain(), date, false);
        ressources += ecart == Dossier.Ecart.RESSOURCES_OUBLIEES ? 0 : ecart == Dossier.Ecart.TRIMESTRE_PRECEDENT
            ? moyenne(dossier, m.humain(), date.withDayOfMonth(1).minusMonths(3), false) : moyenne;
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
