package fr.jalon.calcul;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Successive months of a household, with a job or without: what it earns, its RSA and its prime d'activité with the quarterly calendar.
 * What is known in the last month known is supposed to go on; the amount is calculated in the first month of each quarter and kept for three
 * months ({@link Divergence#MONTANT_FIXE_TROIS_MOIS}) unless the family changes. Months after the last known figures are calculated with
 * them ({@link MoisSimule#baremeProlonge}).
 */
public final class Simulation {
  private static final int TRIMESTRE = 3;
  private final Menage menage;
  private final YearMonth premier;
  private final YearMonth declaration;
  private final Regles regles;
  private final int adulte;
  private final Emploi emploi;

  private Simulation(Menage menage, YearMonth premier, YearMonth declaration, Regles regles, int adulte, Emploi emploi) {
    this.menage = menage;
    this.premier = premier;
    this.declaration = declaration;
    this.regles = regles.prolongees();
    this.adulte = adulte;
    this.emploi = emploi;
  }

  /** From a month on, which also begins a quarter; incomes of the month before go on. */
  public static Simulation de(Menage menage, YearMonth premier) {
    return new Simulation(menage, premier, premier, Regles.EN_VIGUEUR, 0, null);
  }

  /** The same with a month, past or to come, that begins a quarter of this household. */
  public Simulation trimestreDepuis(YearMonth mois) {
    return new Simulation(menage, premier, mois, regles, adulte, emploi);
  }

  /** The same with other rules. */
  public Simulation selon(Regles autres) {
    return new Simulation(menage, premier, declaration, autres, adulte, emploi);
  }

  /** The same with a job. @param rang adult who takes it, 0 or 1 */
  public Simulation avecEmploi(int rang, Emploi neuf) {
    return new Simulation(menage, premier, declaration, regles, rang, neuf);
  }

  /**
   * The months simulated, oldest first.
   *
   * @throws MenageRefuse when the household holds errors
   */
  public List<MoisSimule> mois(int nombre) {
    YearMonth dernier = premier.plusMonths(nombre - 1L);
    Menage futur = new Prolongation(premier.minusMonths(1), dernier).de(menage);
    Menage avecEmploi = emploi == null ? futur : embaucher(futur, dernier);
    CalculDuDroit calcul = new CalculDuDroit(regles);
    List<MoisSimule> mois = new ArrayList<>();
    Resultat enCours = null;
    for (YearMonth m = premier; !m.isAfter(dernier); m = m.plusMonths(1)) {
      Resultat duMois = calcul.calculer(avecEmploi, m);
      boolean neuf = debutDuTrimestre(m).equals(m);
      if (enCours == null && !neuf && calcul.verifier(avecEmploi, debutDuTrimestre(m)).isEmpty()) {
        enCours = calcul.calculer(avecEmploi, debutDuTrimestre(m));
      }
      if (enCours == null || neuf || changeDeFamille(enCours, duMois) || !regles.appliquent(Divergence.MONTANT_FIXE_TROIS_MOIS)) {
        enCours = duMois;
      }
      mois.add(simule(m, avecEmploi, enCours, neuf));
    }
    return mois;
  }

  private Menage embaucher(Menage futur, YearMonth dernier) {
    YearMonth fin = emploi.fin() == null || emploi.fin().isAfter(dernier) ? dernier : emploi.fin();
    if (fin.isBefore(emploi.debut())) {
      return futur;
    }
    Personne embauchee = futur.adultes().get(adulte).modifier()
        .ajouter(emploi.nature(), ParMois.constant(emploi.debut(), fin, emploi.netMensuel())).faite();
    return futur.avecAdulte(adulte, embauchee);
  }

  private YearMonth debutDuTrimestre(YearMonth m) {
    return m.minusMonths(Math.floorMod(Mois.numero(m) - Mois.numero(declaration), TRIMESTRE));
  }

  private static boolean changeDeFamille(Resultat avant, Resultat apres) {
    return avant.enfantsComptes() != apres.enfantsComptes() || avant.majore() != apres.majore() || avant.ouvert() != apres.ouvert();
  }

  private MoisSimule simule(YearMonth m, Menage futur, Resultat droit, boolean neuf) {
    long gains = 0;
    long autres = 0;
    for (List<Personne> groupe : List.of(futur.adultes(), futur.enfants())) {
      for (Personne p : groupe) {
        for (int i = 0; i < p.nombreDeRevenus(); i++) {
          long somme = p.montants(i).unites(Mois.numero(m));
          boolean gagne = switch (p.nature(i).sorte()) {
            case ACTIVITE, CHIFFRE_D_AFFAIRES -> true;
            default -> false;
          };
          gains += gagne ? somme : 0;
          autres += gagne ? 0 : somme;
        }
      }
    }
    BigDecimal horsRessources = emploi != null && emploi.paie(m) ? emploi.horsRessources() : BigDecimal.ZERO;
    BigDecimal total = Argent.euros(gains + autres + droit.rsaEnUnites() + droit.primeEnUnites()).add(horsRessources);
    return new MoisSimule(m, Argent.euros(gains), Argent.euros(autres), horsRessources, droit.rsa(), droit.prime(), total, neuf,
        m.isAfter(CalculDuDroit.dernierMoisConnu()), droit);
  }
}
