package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.Logement;
import fr.jalon.calcul.Menage;
import fr.jalon.calcul.ParMois;
import fr.jalon.calcul.Personne;
import fr.jalon.calcul.Prestations;
import fr.jalon.calcul.StatutDuLogement;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * A household as the agent describes it. What she gives without a month is supposed to be true all along.
 *
 * @param premier     first month simulated
 * @param trimestre   month that began the quarter in progress
 * @param adultes     one or two, without income
 * @param enfants     children
 * @param isoleDepuis month of the separation, or {@code null}
 * @param logement    how it is housed
 * @param aide        housing benefit, euros a month
 * @param prestations family benefits that count, ASF apart, euros a month
 * @param soutien     allocation de soutien familial, euros a month
 * @param revenus     incomes of the adults
 */
public record FoyerSimule(YearMonth premier, YearMonth trimestre, List<Personne> adultes, List<Personne> enfants, YearMonth isoleDepuis,
    Logis logement, BigDecimal aide, BigDecimal prestations, BigDecimal soutien, List<LigneDeRevenu> revenus) {
  /** Months simulated. */
  public static final int DUREE = 12;
  private static final int AVANT = 9;

  /** What the housing forfait asks to know. */
  public enum Logis {
    /** A rent or a loan is paid. */
    PAYE("Loyer ou prêt à payer", StatutDuLogement.LOCATAIRE_VIDE),
    /** Housed for free, or owner without a loan. */
    GRATUIT("Sans dépense : hébergé, ou propriétaire sans prêt", StatutDuLogement.LOGE_GRATUITEMENT),
    /** No home. */
    SANS_DOMICILE("Sans domicile", StatutDuLogement.SANS_DOMICILE);

    private final String libelle;
    private final StatutDuLogement statut;

    Logis(String libelle, StatutDuLogement statut) {
      this.libelle = libelle;
      this.statut = statut;
    }

    /** In French, for the screen. */
    public String libelle() {
      return libelle;
    }
  }

  /** Defensive copies. */
  public FoyerSimule {
    adultes = List.copyOf(adultes);
    enfants = List.copyOf(enfants);
    revenus = List.copyOf(revenus);
  }

  /** Last month simulated. */
  public YearMonth dernier() {
    return premier.plusMonths(DUREE - 1L);
  }

  /** Benefits that are not a result of the calculation, euros a month. */
  public BigDecimal aidesDuMois() {
    return aide.add(prestations).add(soutien);
  }

  /** The household as things are. */
  public Menage sansEmploi() {
    return menage(null, null);
  }

  /** The household with a job. */
  public Menage avec(EmploiPropose emploi) {
    return menage(emploi, YearMonth.from(emploi.debut()));
  }

  /**
   * The household when a pay has lasted long enough: what was earned before the first month is as what is earned after.
   *
   * @param adulte who works
   * @param net    euros a month, zero for nobody
   */
  Menage installe(int adulte, BigDecimal net) {
    boolean travaille = net.signum() > 0;
    List<LigneDeRevenu> durables = revenus.stream().filter(r -> !travaille || !r.arret())
        .map(r -> new LigneDeRevenu(r.adulte(), r.nature(), r.passes().stream().map(_ -> r.ensuite()).toList(), r.ensuite(), false)).toList();
    Menage base = new FoyerSimule(premier, trimestre, adultes, enfants, isoleDepuis, logement, aide, prestations, soutien, durables).sansEmploi();
    return travaille ? base.avecAdulte(adulte, base.adultes().get(adulte).modifier()
        .ajouter(fr.jalon.calcul.Revenu.SALAIRE_NET, ParMois.constant(premier.minusMonths(AVANT), dernier(), net)).faite()) : base;
  }

  private Menage menage(EmploiPropose emploi, YearMonth debut) {
    YearMonth dernier = dernier();
    Menage m = Menage.de(adultes.toArray(Personne[]::new)).avecEnfants(enfants.toArray(Personne[]::new)).isoleDepuis(isoleDepuis)
        .avecLogement(new Logement(logement.statut, BigDecimal.ZERO, false, durable(aide)))
        .avecPrestations(Prestations.AUCUNE.avecAf(durable(prestations)).avecAsf(durable(soutien)));
    for (int i = 0; i < adultes.size(); i++) {
      Personne.Fiche fiche = adultes.get(i).modifier();
      for (LigneDeRevenu r : revenus) {
        if (r.adulte() == i) {
          fiche.ajouter(r.nature(), r.parMois(premier, dernier, emploi != null && r.arret() ? debut : null));
        }
      }
      if (emploi != null && emploi.adulte() == i) {
        fiche.ajouter(fr.jalon.calcul.Revenu.SALAIRE_NET, emploi.paie(premier, dernier));
      }
      m = m.avecAdulte(i, fiche.faite());
    }
    return m;
  }

  private ParMois durable(BigDecimal euros) {
    return euros.signum() == 0 ? ParMois.RIEN : ParMois.constant(premier.minusMonths(AVANT), dernier(), euros);
  }
}
