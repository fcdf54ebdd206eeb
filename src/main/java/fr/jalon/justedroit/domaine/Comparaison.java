package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.CalculDuDroit;
import fr.jalon.calcul.Etape;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.MoisSimule;
import fr.jalon.calcul.Regles;
import fr.jalon.calcul.Simulation;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Twelve months with a job beside the same months without it.
 *
 * @param lignes      one a month
 * @param trimestres  how the amounts of each quarter are found, with the job
 */
public record Comparaison(List<Ligne> lignes, List<Trimestre> trimestres) {

  /**
   * A month.
   *
   * @param mois       month
   * @param avant      without the job
   * @param apres      with it
   * @param aides      family and housing benefits, supposed not to change
   * @param immersion  bonus of an immersion paid that month
   */
  public record Ligne(YearMonth mois, MoisSimule avant, MoisSimule apres, BigDecimal aides, BigDecimal immersion) {
    /** All that comes in without the job. */
    public BigDecimal totalAvant() {
      return avant.total().add(aides);
    }

    /** All that comes in with it. */
    public BigDecimal totalApres() {
      return apres.total().add(aides).add(immersion);
    }

    /** What the job brings. */
    public BigDecimal gain() {
      return totalApres().subtract(totalAvant());
    }

    /** Benefits and other incomes with the job. */
    public BigDecimal autresApres() {
      return apres.autresRevenus().add(aides).add(immersion);
    }

    /** True when the amounts are calculated that month; else they are those of the quarter. */
    public boolean recalcule() {
      return apres.nouveauTrimestre();
    }

    /** Months whose resources gave the amounts paid. */
    public List<YearMonth> moisDeReference() {
      return apres.droit().moisDeReference();
    }
  }

  /** The calculation of a month that begins a quarter, step by step. */
  public record Trimestre(YearMonth mois, List<Etape> etapes) {}

  /**
   * Compares.
   *
   * @throws fr.jalon.calcul.MenageRefuse when the household holds errors
   */
  public static Comparaison de(FoyerSimule foyer, EmploiPropose emploi) {
    Menage futur = foyer.avec(emploi);
    List<MoisSimule> avant = Simulation.de(foyer.sansEmploi(), foyer.premier()).trimestreDepuis(foyer.trimestre()).mois(FoyerSimule.DUREE);
    List<MoisSimule> apres = Simulation.de(futur, foyer.premier()).trimestreDepuis(foyer.trimestre()).mois(FoyerSimule.DUREE);
    CalculDuDroit calcul = new CalculDuDroit(Regles.EN_VIGUEUR.prolongees());
    List<Ligne> lignes = new ArrayList<>();
    List<Trimestre> trimestres = new ArrayList<>();
    YearMonth immersion = emploi.moisDeLImmersion(foyer.premier());
    for (int i = 0; i < FoyerSimule.DUREE; i++) {
      MoisSimule m = apres.get(i);
      lignes.add(new Ligne(m.mois(), avant.get(i), m, foyer.aidesDuMois(), m.mois().equals(immersion) ? emploi.immersion() : BigDecimal.ZERO));
      if (m.nouveauTrimestre()) {
        trimestres.add(new Trimestre(m.mois(), calcul.expliquer(futur, m.mois())));
      }
    }
    return new Comparaison(List.copyOf(lignes), List.copyOf(trimestres));
  }

  /** All months, without the job. */
  public BigDecimal anneeAvant() {
    return lignes.stream().map(Ligne::totalAvant).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** All months, with it. */
  public BigDecimal anneeApres() {
    return lignes.stream().map(Ligne::totalApres).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** True when a month uses figures not known yet. */
  public boolean baremeProlonge() {
    return lignes.stream().anyMatch(l -> l.apres().baremeProlonge());
  }
}
