package fr.jalon.demo.generation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Dated amounts of {@code demonstration/baremes.yaml}, in cents: only to write plausible allocations. */
final class Baremes {
  private final NavigableMap<LocalDate, Integer> forfait;
  private final NavigableMap<LocalDate, Integer> bmaf;
  private final double deuxieme;
  private final double suivante;
  private final double troisiemeEnfant;
  private final double majoreBase;
  private final double majoreEnfant;
  private final double[] logement;
  private final double afDeux;
  private final double afSuivant;
  private final double soutien;
  final int seuilDroitsEtDevoirs;

  private Baremes(Donnees d) {
    forfait = dates(d.sous("montantForfaitaire"));
    bmaf = dates(d.sous("bmaf"));
    deuxieme = d.sous("majorations").reel("deuxiemePersonne");
    suivante = d.sous("majorations").reel("personneSuivante");
    troisiemeEnfant = d.sous("majorations").reel("troisiemeEnfant");
    majoreBase = d.sous("majorationParentIsole").reel("base");
    majoreEnfant = d.sous("majorationParentIsole").reel("parEnfant");
    Donnees fl = d.sous("forfaitLogement");
    logement = new double[] {fl.reel("une"), fl.reel("deux"), fl.reel("trois")};
    afDeux = d.sous("allocationsFamiliales").reel("deuxEnfants");
    afSuivant = d.sous("allocationsFamiliales").reel("parEnfantSuivant");
    soutien = d.reel("soutienFamilial");
    seuilDroitsEtDevoirs = d.entier("seuilDroitsEtDevoirs") * 100;
  }

  static Baremes lire() {
    return new Baremes(Donnees.lire("/demonstration/baremes.yaml"));
  }

  /** Flat-rate amount of the household. */
  int forfait(LocalDate date, int adultes, int enfants, boolean majore) {
    int base = forfait.floorEntry(date).getValue();
    return (int) Math.round(base * (majore ? majoreBase + majoreEnfant * enfants : coefficient(adultes, enfants)));
  }

  /** Housing part taken off the right. */
  int forfaitLogement(LocalDate date, int personnes) {
    int rang = Math.clamp(personnes, 1, 3);
    return (int) Math.round(forfait.floorEntry(date).getValue() * coefficient(1, rang - 1) * logement[rang - 1]);
  }

  /** Family benefits counted as resources. */
  int prestationsFamiliales(LocalDate date, int enfants, boolean soutienVerse) {
    int base = bmaf.floorEntry(date).getValue();
    double part = (enfants >= 2 ? afDeux + afSuivant * (enfants - 2) : 0) + (soutienVerse ? soutien * enfants : 0);
    return (int) Math.round(base * part);
  }

  /** Day from which the amounts of this date hold. */
  LocalDate debut(LocalDate date) {
    return forfait.floorKey(date);
  }

  private double coefficient(int adultes, int enfants) {
    double coefficient = 1 + (adultes > 1 ? deuxieme : 0);
    for (int rang = 1; rang <= enfants; rang++) {
      coefficient += rang >= 3 ? troisiemeEnfant : adultes == 1 && rang == 1 ? deuxieme : suivante;
    }
    return coefficient;
  }

  private static NavigableMap<LocalDate, Integer> dates(Donnees d) {
    NavigableMap<LocalDate, Integer> dates = new TreeMap<>();
    for (String date : d.cles()) {
      dates.put(LocalDate.parse(date), new BigDecimal(d.sous(date).texte("valeur")).movePointRight(2)
          .setScale(0, RoundingMode.HALF_UP).intValueExact());
    }
    return dates;
  }
}
