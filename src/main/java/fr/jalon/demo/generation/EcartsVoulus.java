package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Dossier.Ecart;
import java.time.LocalDate;
import java.util.List;

/** Puts a few deliberate differences in the amounts, for the page that verifies rights: the payers of the demonstration are not perfect. */
final class EcartsVoulus {
  private static final double PART = 1.5;
  /** Months before the reference date: few enough to stay after the year whose total is published, in Ardèche. */
  private static final int MOIS = 5;
  private final Hasard hasard;
  private final CalculDesMontants calcul;
  private final LocalDate reference;

  EcartsVoulus(DepartementDemo demo, CalculDesMontants calcul) {
    hasard = new Hasard(demo.graine(), "ecarts");
    this.calcul = calcul;
    reference = demo.reference();
  }

  void poser(List<Dossier> dossiers) {
    for (Dossier dossier : dossiers) {
      if (hasard.chance(PART) && dossier.versableAu(reference)) {
        dossier.ecart = possible(dossier);
        dossier.ecartDepuis = reference.withDayOfMonth(1).minusMonths(MOIS);
      }
    }
  }

  /** What may be wrong in this claim, or {@code null}. */
  private Ecart possible(Dossier dossier) {
    if (calcul.majore(dossier, reference)) {
      return Ecart.MAJORATION_OUBLIEE;
    }
    boolean ressources = calcul.montants(dossier, reference).ressources() > 0;
    if (ressources) {
      return hasard.chance(50) ? Ecart.RESSOURCES_OUBLIEES : Ecart.TRIMESTRE_PRECEDENT;
    }
    return dossier.enfantsAu(reference) > 0 ? Ecart.ENFANT_OUBLIE : null;
  }
}
