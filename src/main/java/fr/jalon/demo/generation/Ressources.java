package fr.jalon.demo.generation;

import fr.jalon.demo.generation.Humain.Activite;
import fr.jalon.demo.generation.Humain.Revenu;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Gives incomes to the adults: those their activity commands, then as many others as the amounts published by the plan ask for. */
final class Ressources {
  private static final int MARGE = 2_500;
  private final DepartementDemo demo;
  private final Profils profils;
  private final Calendrier calendrier;
  private final CalculDesMontants calcul;
  private final Hasard hasard;
  private final List<LocalDate> exercice;

  Ressources(DepartementDemo demo, Profils profils, Calendrier calendrier, CalculDesMontants calcul) {
    this.demo = demo;
    this.profils = profils;
    this.calendrier = calendrier;
    this.calcul = calcul;
    hasard = new Hasard(demo.graine(), "ressources");
    exercice = new Calendrier(demo.allocation().du(), demo.allocation().au()).fins();
  }

  void attribuer(List<Dossier> dossiers) {
    List<Dossier> libres = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      if (!selonActivite(dossier)) {
        libres.add(dossier);
      }
      if (hasard.chance(profils.taux("sanction")) && dossier.etats.getFirst().code() == '2') {
        LocalDate du = calendrier.fin(hasard.entre(0, calendrier.mois() - 2)).withDayOfMonth(1);
        dossier.reductions.add(new Dossier.Reduction(du, du.plusMonths(hasard.entre(1, 3)), 10_000));
      }
    }
    ajuster(dossiers, hasard.melanger(libres));
  }

  private void ajuster(List<Dossier> dossiers, List<Dossier> libres) {
    long vise = demo.allocation().total().movePointRight(2).longValueExact();
    long total = 0;
    for (Dossier dossier : dossiers) {
      total += verse(dossier);
    }
    for (Dossier dossier : libres) {
      if (total <= vise) {
        return;
      }
      long avant = verse(dossier);
      completer(dossier);
      total += verse(dossier) - avant;
    }
  }

  private long verse(Dossier dossier) {
    long total = 0;
    for (LocalDate mois : exercice) {
      for (CalculDesMontants.Paiement p : calcul.paiements(dossier, mois)) {
        total += p.centimes();
      }
    }
    return total;
  }

  /** @return whether an income was commanded by the activity, or by comings and goings over the threshold */
  private boolean selonActivite(Dossier dossier) {
    boolean donne = false;
    for (Dossier.Membre m : dossier.membres) {
      if (!m.adulte()) {
        continue;
      }
      Activite activite = m.humain().activites.getLast();
      int plafond = plafond(dossier) / dossier.type.adultes;
      if (activite.tns()) {
        if (hasard.chance(60)) {
          m.humain().revenus.add(new Revenu(debut(dossier), null, "030", borne(8_000, 46_000, plafond)));
        }
        donne = true;
      } else if (List.of("SAL", "CDD", "INT", "CUI").contains(activite.code())) {
        m.humain().revenus.add(new Revenu(debut(dossier), null, "001", borne(12_000, 62_000, plafond)));
        donne = true;
      } else if (hasard.chance(profils.taux("allersRetours"))) {
        allersRetours(dossier, m.humain(), plafond(dossier));
        donne = true;
      }
    }
    return donne;
  }

  /** Some months over 500 €, some months without: she leaves and comes back to the rights and duties. */
  private void allersRetours(Dossier dossier, Humain humain, int plafond) {
    int montant = Math.min(plafond, hasard.entre(51_000, 78_000));
    LocalDate du = FabriqueDeFoyers.plusTard(calendrier.debut().minusMonths(4), debut(dossier)).withDayOfMonth(1)
        .plusMonths(hasard.entre(0, 7));
    while (du.isBefore(demo.reference().minusMonths(1))) {
      LocalDate au = du.plusMonths(3L * hasard.entre(1, 2));
      LocalDate finActivite = au.minusDays(1);
      humain.revenus.add(new Revenu(du, au, "001", montant));
      humain.activites.add(new Activite(du, finActivite, "GE", "CDD", "CDD"));
      du = au.plusMonths(3L * hasard.entre(1, 2));
    }
  }

  private void completer(Dossier dossier) {
    int plafond = plafond(dossier);
    Humain humain = dossier.demandeur();
    LocalDate debut = debut(dossier);
    String nature = nature(dossier);
    int montant = switch (nature) {
      case "001" -> borne(24_000, hasard.chance(15) ? 70_000 : 49_000, plafond);
      case "026" -> borne(10_000, 22_000, plafond);
      default -> borne(24_000, 50_000, plafond);
    };
    if (nature.equals("001")) {
      humain.activites.add(new Activite(FabriqueDeFoyers.plusTard(debut, humain.naissance.plusYears(18)), null, "GE",
          hasard.chance(50) ? "SAL" : "CDD", "CDI"));
    }
    if (hasard.chance(30)) {
      for (LocalDate du = debut; du.isBefore(demo.reference()); du = du.plusMonths(6)) {
        humain.revenus.add(new Revenu(du, du.plusMonths(6), nature, Math.min(plafond, montant * hasard.entre(60, 140) / 100)));
      }
    } else {
      humain.revenus.add(new Revenu(debut, null, nature, montant));
    }
  }

  private String nature(Dossier dossier) {
    double tirage = hasard.reel() * 100;
    if (tirage < 48) {
      return "001";
    }
    if (tirage < 72) {
      return "010";
    }
    if (tirage < 90) {
      return "011";
    }
    return dossier.type.parentSeul() ? "026" : "021";
  }

  private int borne(int minimum, int maximum, int plafond) {
    return Math.min(plafond, hasard.entre(minimum, maximum));
  }

  /** What the household can earn in any month and keep a right. */
  private int plafond(Dossier dossier) {
    int plafond = Integer.MAX_VALUE;
    for (LocalDate mois : calendrier.fins()) {
      if (dossier.adultesAu(mois) > 0) {
        CalculDesMontants.Montants m = calcul.montants(dossier, mois);
        plafond = Math.min(plafond, m.forfait() - m.logement() - m.prestations() - MARGE);
      }
    }
    return plafond == Integer.MAX_VALUE ? 40_000 : Math.max(plafond, 5_000);
  }

  private LocalDate debut(Dossier dossier) {
    return FabriqueDeFoyers.plusTard(dossier.demande, calendrier.debut().minusMonths(8)).withDayOfMonth(1).minusMonths(3);
  }
}
