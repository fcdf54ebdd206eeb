package fr.jalon.bancs;

import fr.jalon.calcul.Logement;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.ParMois;
import fr.jalon.calcul.Patrimoine;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Prestations;
import fr.jalon.calcul.Revenu;
import fr.jalon.calcul.StatutDuLogement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Varied households, always the same for a seed: alone or two, up to six children, every kind of income, any housing. */
public final class MenagesAuHasard {
  private static final int MOIS_D_HISTOIRE = 13;
  private static final int PLUS_JEUNE = 18;
  private static final int ENFANTS_AU_PLUS = 7;
  private static final Revenu[] D_UN_ENFANT = {Revenu.SALAIRE_NET, Revenu.APPRENTI, Revenu.STAGE, Revenu.CHOMAGE};
  private static final String[] NATIONALITES = {"DE", "PT", "RO", "CH", "MA", "DZ", "SN", "TR"};
  private final SplittableRandom hasard;
  private final YearMonth mois;

  /**
   * @param graine the same seed gives the same households
   * @param mois   month of right
   */
  public MenagesAuHasard(long graine, YearMonth mois) {
    hasard = new SplittableRandom(graine);
    this.mois = mois;
  }

  /** So many households. */
  public List<Menage> menages(int nombre) {
    List<Menage> tous = new ArrayList<>(nombre);
    for (int i = 0; i < nombre; i++) {
      tous.add(menage());
    }
    return tous;
  }

  /** The next household. */
  public Menage menage() {
    Personne[] adultes = new Personne[une(0.4) ? 2 : 1];
    for (int i = 0; i < adultes.length; i++) {
      adultes[i] = adulte();
    }
    Personne[] enfants = new Personne[une(0.4) ? 0 : hasard.nextInt(1, ENFANTS_AU_PLUS)];
    for (int i = 0; i < enfants.length; i++) {
      enfants[i] = enfant();
    }
    boolean isole = adultes.length == 1 && une(0.2);
    return Menage.de(adultes).avecEnfants(enfants).avecIsolementRecent(isole).avecLogement(logement())
        .avecPrestations(prestations(enfants.length, adultes.length == 1));
  }

  /** True with this probability. */
  private boolean une(double part) {
    return hasard.nextDouble() < part;
  }

  private Personne adulte() {
    Personne.Fiche f = Personne.nee(mois.atDay(1).minusYears(PLUS_JEUNE).minusDays(hasard.nextInt(17_000)))
        .heuresDuRsaJeune(une(0.1)).etudiant(une(0.04))
        .enceinte(une(0.06));
    if (une(0.1)) {
      f.nationalite(NATIONALITES[hasard.nextInt(NATIONALITES.length)], BigDecimal.valueOf(hasard.nextInt(80), 1));
    }
    int natures = hasard.nextInt(3);
    for (int i = 0; i < natures; i++) {
      f.revenu(une(0.5) ? Revenu.SALAIRE_NET : Revenu.values()[hasard.nextInt(Revenu.values().length)], serie(2200));
    }
    if (une(0.03)) {
      f.beneficeTns(mois.getYear() - hasard.nextInt(3), euros(15_000));
    }
    if (une(0.06)) {
      f.patrimoine(Patrimoine.values()[hasard.nextInt(Patrimoine.values().length)], euros(2000));
    }
    return f.faite();
  }

  private Personne enfant() {
    // from the newborn to 24, never older than the youngest adult possible
    LocalDate naissance = mois.atDay(1).minusDays(hasard.nextInt(6_500));
    Personne.Fiche f = Personne.nee(naissance);
    if (naissance.isBefore(mois.atDay(1).minusYears(16)) && une(0.4)) {
      f.revenu(D_UN_ENFANT[hasard.nextInt(D_UN_ENFANT.length)], serie(900));
    }
    return f.faite();
  }

  /** Steady, started lately, stopped lately, or different every month. */
  private ParMois serie(int maximum) {
    YearMonth debut = mois.minusMonths(MOIS_D_HISTOIRE - 1L);
    BigDecimal somme = euros(maximum);
    return switch (hasard.nextInt(4)) {
      case 0 -> ParMois.constant(debut, mois, somme);
      case 1 -> ParMois.constant(mois.minusMonths(hasard.nextInt(6)), mois, somme);
      case 2 -> ParMois.constant(debut, mois.minusMonths(1L + hasard.nextInt(4)), somme);
      default -> {
        ParMois variable = ParMois.RIEN;
        for (YearMonth m = debut; !m.isAfter(mois); m = m.plusMonths(1)) {
          variable = variable.avec(m, m, une(0.2) ? BigDecimal.ZERO : euros(maximum));
        }
        yield variable;
      }
    };
  }

  private Logement logement() {
    StatutDuLogement statut = StatutDuLogement.values()[hasard.nextInt(StatutDuLogement.values().length)];
    BigDecimal loyer = une(0.3) ? BigDecimal.ZERO : euros(700);
    ParMois aide = une(0.5) ? ParMois.constant(mois.minusMonths(MOIS_D_HISTOIRE), mois, euros(350)) : ParMois.RIEN;
    return new Logement(statut, loyer, une(0.2), aide);
  }

  private Prestations prestations(int enfants, boolean seul) {
    Prestations p = Prestations.AUCUNE;
    if (enfants > 1) {
      p = p.avecAf(ParMois.constant(mois.minusMonths(MOIS_D_HISTOIRE), mois, BigDecimal.valueOf(148L + 190L * (enfants - 2))));
    }
    return seul && enfants > 0 ? p.avecAsf(ParMois.constant(mois.minusMonths(MOIS_D_HISTOIRE), mois, BigDecimal.valueOf(195L * enfants))) : p;
  }

  private BigDecimal euros(int maximum) {
    return BigDecimal.valueOf(hasard.nextLong(1, maximum * 100L), 2);
  }
}
