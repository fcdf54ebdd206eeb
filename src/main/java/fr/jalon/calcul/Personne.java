package fr.jalon.calcul;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** An adult or a child of the household, with what she earns. Immutable; made and changed by {@link Fiche}. */
public final class Personne {
  private static final ParMois[] SANS_REVENU = new ParMois[0];
  private static final Revenu[] AUCUN = new Revenu[0];
  private static final int NATURES = Revenu.values().length;
  private final Fiche fiche;
  private final Revenu[] natures;
  private final ParMois[] montants;
  private final ParMois[] parNature = new ParMois[NATURES];
  private final int[] anneesTns;
  private final long[] beneficesTns;
  private final long[] stocks;
  private final boolean ij;
  private final boolean sansRessource;

  private Personne(Fiche f) {
    fiche = f;
    natures = f.revenus.isEmpty() ? AUCUN : f.revenus.keySet().toArray(AUCUN);
    montants = f.revenus.isEmpty() ? SANS_REVENU : f.revenus.values().toArray(SANS_REVENU);
    Arrays.fill(parNature, ParMois.RIEN);
    f.revenus.forEach((nature, m) -> parNature[nature.ordinal()] = m);
    anneesTns = f.benefices.keySet().stream().mapToInt(Integer::intValue).toArray();
    beneficesTns = f.benefices.values().stream().mapToLong(Argent::de).toArray();
    stocks = new long[Patrimoine.values().length];
    f.patrimoine.forEach((nature, euros) -> stocks[nature.ordinal()] = Argent.de(euros));
    ij = f.revenus.containsKey(Revenu.IJ_MATERNITE) || f.revenus.containsKey(Revenu.IJ_MALADIE) || f.revenus.containsKey(Revenu.IJ_ACCIDENT);
    sansRessource = f.revenus.isEmpty() && f.benefices.isEmpty() && f.patrimoine.isEmpty();
  }

  /** Starts the description of a person born that day. */
  public static Fiche nee(LocalDate jour) {
    return new Fiche(jour);
  }

  /** Starts the description of a person born that day, written {@code 1990-05-12}. */
  public static Fiche nee(String jour) {
    return new Fiche(LocalDate.parse(jour));
  }

  /** A copy to change. */
  public Fiche modifier() {
    return new Fiche(fiche);
  }

  /** Name in the file, or empty. */
  public String id() {
    return fiche.id;
  }

  /** Day of birth. */
  public LocalDate naissance() {
    return fiche.naissance;
  }

  /** True when expecting a child. */
  public boolean enceinte() {
    return fiche.enceinte;
  }

  /** True for a pupil, a student or a trainee who is not in vocational training. */
  public boolean etudiant() {
    return fiche.etudiant;
  }

  /** True on parental, sabbatical or unpaid leave, or on secondment without pay (L. 262-4 4° CASF). */
  public boolean enCongeSansSolde() {
    return fiche.conge;
  }

  /** True when a young person worked the hours that open the RSA before 25 (L. 262-7-1 CASF). */
  public boolean heuresDuRsaJeune() {
    return fiche.heuresJeune;
  }

  /** Two letters, FR by default. */
  public String nationalite() {
    return fiche.nationalite;
  }

  /** Years since the first permit that allows to work. */
  public BigDecimal anneesDeTitre() {
    return fiche.anneesDeTitre;
  }

  /** Permit, when it exempts from the years. */
  public Titre titre() {
    return fiche.titre;
  }

  /** First day of the present stop of work, or null. */
  public LocalDate arretDepuis() {
    return fiche.arretDepuis;
  }

  /** True for a child whose residence alternates between two parents. */
  public boolean gardeAlternee() {
    return fiche.gardeAlternee;
  }

  /** Income of a kind, never null. */
  public ParMois revenu(Revenu nature) {
    return parNature[nature.ordinal()];
  }

  /** Kinds told, in the order of the enum; not to be changed. For the engine. */
  public int nombreDeRevenus() {
    return natures.length;
  }

  /** Kind at a rank. */
  public Revenu nature(int rang) {
    return natures[rang];
  }

  /** Amounts at a rank. */
  public ParMois montants(int rang) {
    return montants[rang];
  }

  /** What a stock is worth, or brings by month for rents and capital, in units. */
  public long patrimoine(Patrimoine nature) {
    return stocks[nature.ordinal()];
  }

  /** Yearly profit of a self-employed person in units, zero when unknown. */
  public long beneficeTns(int annee) {
    for (int i = 0; i < anneesTns.length; i++) {
      if (anneesTns[i] == annee) {
        return beneficesTns[i];
      }
    }
    return 0;
  }

  /** True when no income, profit or property at all is told: most children. */
  public boolean sansRessource() {
    return sansRessource;
  }

  /** True when a daily allowance is told for any month. */
  public boolean aDesIndemnitesJournalieres() {
    return ij;
  }

  /** True when a self-employed profit is told for any year. */
  public boolean aUnBeneficeTns() {
    return anneesTns.length > 0;
  }

  /** The description of a person, completed word after word and closed by {@link #faite()}. */
  public static final class Fiche {
    private String id = "";
    private final LocalDate naissance;
    private boolean enceinte;
    private boolean etudiant;
    private boolean conge;
    private boolean heuresJeune;
    private String nationalite = "FR";
    private BigDecimal anneesDeTitre = BigDecimal.ZERO;
    private Titre titre = Titre.ORDINAIRE;
    private LocalDate arretDepuis;
    private boolean gardeAlternee;
    private final Map<Revenu, ParMois> revenus = new EnumMap<>(Revenu.class);
    private final Map<Integer, BigDecimal> benefices = new TreeMap<>();
    private final Map<Patrimoine, BigDecimal> patrimoine = new EnumMap<>(Patrimoine.class);

    private Fiche(LocalDate naissance) {
      this.naissance = naissance;
    }

    private Fiche(Fiche f) {
      this(f.naissance);
      id = f.id;
      enceinte = f.enceinte;
      etudiant = f.etudiant;
      conge = f.conge;
      heuresJeune = f.heuresJeune;
      nationalite = f.nationalite;
      anneesDeTitre = f.anneesDeTitre;
      titre = f.titre;
      arretDepuis = f.arretDepuis;
      gardeAlternee = f.gardeAlternee;
      revenus.putAll(f.revenus);
      benefices.putAll(f.benefices);
      patrimoine.putAll(f.patrimoine);
    }

    /** Closes the description; the fiche may be closed again later, persons made before do not change. */
    public Personne faite() {
      return new Personne(new Fiche(this));
    }

    /** @see Personne#id() */
    public Fiche id(String nom) {
      id = nom;
      return this;
    }

    /** @see Personne#enceinte() */
    public Fiche enceinte(boolean oui) {
      enceinte = oui;
      return this;
    }

    /** @see Personne#etudiant() */
    public Fiche etudiant(boolean oui) {
      etudiant = oui;
      return this;
    }

    /** @see Personne#enCongeSansSolde() */
    public Fiche enCongeSansSolde(boolean oui) {
      conge = oui;
      return this;
    }

    /** @see Personne#heuresDuRsaJeune() */
    public Fiche heuresDuRsaJeune(boolean oui) {
      heuresJeune = oui;
      return this;
    }

    /** @param annees years since the first permit that allows to work */
    public Fiche nationalite(String deuxLettres, BigDecimal annees) {
      nationalite = deuxLettres;
      anneesDeTitre = annees;
      return this;
    }

    /** @see Personne#titre() */
    public Fiche titre(Titre titreDeSejour) {
      titre = titreDeSejour;
      return this;
    }

    /** @see Personne#arretDepuis() */
    public Fiche arretDepuis(LocalDate jour) {
      arretDepuis = jour;
      return this;
    }

    /** @see Personne#gardeAlternee() */
    public Fiche gardeAlternee(boolean oui) {
      gardeAlternee = oui;
      return this;
    }

    /** Replaces the income of a kind. */
    public Fiche revenu(Revenu nature, ParMois parMois) {
      revenus.put(nature, parMois);
      return this;
    }

    /** Adds an income of a kind to what was there. */
    public Fiche ajouter(Revenu nature, ParMois parMois) {
      revenus.merge(nature, parMois, ParMois::plus);
      return this;
    }

    /** The same income each month, from {@code 2026-01} to {@code 2026-06} included. */
    public Fiche constant(Revenu nature, String de, String a, String euros) {
      return ajouter(nature, ParMois.constant(YearMonth.parse(de), YearMonth.parse(a), new BigDecimal(euros)));
    }

    /** @see Personne#beneficeTns */
    public Fiche beneficeTns(int annee, BigDecimal euros) {
      benefices.put(annee, euros);
      return this;
    }

    /** @see Personne#patrimoine */
    public Fiche patrimoine(Patrimoine nature, BigDecimal euros) {
      patrimoine.put(nature, euros);
      return this;
    }
  }
}
