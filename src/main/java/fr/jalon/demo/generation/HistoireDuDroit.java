package fr.jalon.demo.generation;

import java.time.LocalDate;

/** Gives a claim the states of its right: opening, suspensions and returns, end. */
final class HistoireDuDroit {
  private final DepartementDemo demo;
  private final Profils profils;
  private final Calendrier calendrier;
  private final Hasard hasard;

  HistoireDuDroit(DepartementDemo demo, Profils profils, Calendrier calendrier) {
    this.demo = demo;
    this.profils = profils;
    this.calendrier = calendrier;
    hasard = new Hasard(demo.graine(), "droits");
  }

  /** The right opens some weeks after the claim, before the reference date at the latest. */
  void ouvrir(Dossier dossier) {
    LocalDate le = dossier.demande.plusDays(hasard.entre(6, 38));
    ouvrirLe(dossier, le.isAfter(demo.reference()) ? demo.reference().minusDays(hasard.entre(0, 4)) : le);
  }

  /** The right opens on this day; some are seen before, waiting for the decision. */
  void ouvrirLe(Dossier dossier, LocalDate le) {
    LocalDate vu = dossier.demande.plusDays(3);
    if (le.isAfter(calendrier.debut()) && vu.isBefore(le) && hasard.chance(profils.taux("jeunesDossiersEnAttente"))) {
      dossier.passer(vu, '0', null, dossier.demande);
    }
    dossier.passer(le, '2', null, dossier.demande.withDayOfMonth(1));
  }

  /** Comes with an old claim from another payer on this day. */
  void arriver(Dossier dossier, LocalDate le) {
    String numero = hasard.choisir(demo.caissesVoisines());
    dossier.arrivee = new Dossier.Mutation("CAF", numero, le.withDayOfMonth(1));
    dossier.etats.clear();
    dossier.passer(le, '2', null, le.withDayOfMonth(1));
  }

  /** Suspended from a day on. */
  void suspendre(Dossier dossier, LocalDate le, boolean droit) {
    String motif = hasard.choisir(droit ? profils.suspensionsDroit : profils.suspensionsVersement);
    dossier.passer(le, droit ? '3' : '4', motif, le.withDayOfMonth(1));
  }

  /** Payable again. */
  void reprendre(Dossier dossier, LocalDate le) {
    dossier.passer(le, '2', null, le.withDayOfMonth(1));
  }

  /** Closed on this day, for this reason; some are mentioned once more the month after. */
  void clore(Dossier dossier, LocalDate le, String motif) {
    LocalDate effet = le.withDayOfMonth(1).minusDays(1);
    dossier.passer(le, '5', motif, effet);
    if (motif.equals("MUT")) {
      dossier.depart = new Dossier.Mutation(hasard.chance(93) ? "CAF" : "MSA", hasard.choisir(demo.caissesVoisines()),
          le.withDayOfMonth(1));
    }
    if (hasard.chance(7)) {
      dossier.passer(le.plusMonths(1), '6', motif, effet);
    }
  }

  /** Ends as those of the plan do: at once, or after a suspension that may still last at the reference date. */
  void finir(Dossier dossier, LocalDate le, String motif) {
    if (motif.equals("ECH") || motif.equals("PCG") && hasard.chance(60)) {
      suspendre(dossier, le, motif.equals("PCG"));
      LocalDate fin = le.plusDays(hasard.entre(motif.equals("ECH") ? 95 : 35, 140));
      if (!fin.isAfter(demo.reference())) {
        clore(dossier, fin, motif);
      }
    } else {
      clore(dossier, le, motif);
    }
  }

  String motifDeFin() {
    return hasard.choisir(profils.motifsDeFin);
  }

  /** Refused: seen once. */
  void refuser(Dossier dossier, LocalDate le) {
    dossier.passer(le, '1', hasard.chance(50) ? "PCG" : hasard.chance(50) ? "F09" : "F04", le);
  }
}
