package fr.jalon.demo.generation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Undue payments: found, then remitted, cancelled or handed over to the Département some months later. */
final class Indus {
  private static final List<String> MOTIFS = List.of("40", "52", "10", "20", "50", "61", "81", "DD");

  /** What became of an undue payment. */
  enum Suite { EN_COURS, TRANSFERE, REMIS, FAIBLE_MONTANT, AUTRE_ANNULATION }

  /**
   * @param constate month (last day) in which it was found
   * @param suiteLe  month of what followed, or {@code null}
   * @param centimes amount
   * @param solde    what is left when it is handed over
   */
  record Indu(Dossier dossier, LocalDate constate, String rang, boolean majore, int centimes, int solde, String motif, Suite suite,
      LocalDate suiteLe) {
    String nature() {
      return majore ? "INL" : "INK";
    }
  }

  private Indus() {}

  /** About one claim in two hundred and fifty each month. */
  static List<Indu> trouver(Population population) {
    Hasard hasard = new Hasard(population.demo().graine(), "indus");
    Calendrier calendrier = population.calendrier();
    List<Indu> indus = new ArrayList<>();
    for (int mois = 1; mois < calendrier.mois(); mois++) {
      LocalDate fin = calendrier.fin(mois);
      for (Dossier dossier : population.dossiers()) {
        boolean present = dossier.dansLeFichierDu(fin, calendrier.fin(mois - 1)) && dossier.ouverture() != null
            && dossier.ouverture().isBefore(fin.minusDays(60));
        if (!hasard.chance(0.4) || !present) {
          continue;
        }
        int montant = hasard.chance(15) ? hasard.entre(1_500, 7_600) : hasard.entre(9_000, 320_000);
        Suite suite = montant < 7_700 ? Suite.FAIBLE_MONTANT : switch (hasard.entre(1, 10)) {
          case 1, 2, 3, 4 -> Suite.TRANSFERE;
          case 5 -> Suite.REMIS;
          case 6 -> hasard.chance(40) ? Suite.AUTRE_ANNULATION : Suite.EN_COURS;
          default -> Suite.EN_COURS;
        };
        int delai = suite == Suite.FAIBLE_MONTANT ? 1 : hasard.entre(2, 6);
        LocalDate suiteLe = suite == Suite.EN_COURS ? null : Calendrier.finDuMois(fin.plusDays(1).plusMonths(delai - 1L));
        indus.add(new Indu(dossier, fin, "%03d".formatted(hasard.entre(1, 9)), population.calcul().majore(dossier, fin), montant,
            montant * hasard.entre(40, 100) / 100, hasard.choisir(MOTIFS), suite, suiteLe));
      }
    }
    return indus;
  }
}
