package fr.jalon.echanges.registre.domaine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The sequence of the files of each payer: one file of beneficiaries and one financial file are awaited each month, about the month before;
 * a month without its file, once others came before it, is a hole.
 *
 * @param colonnes payer and family, in the order shown
 * @param mois     months, the latest first, each with the state of each column
 * @param manques  every hole since the beginning, the latest first
 * @param jours    days of the daily files
 */
public record SuiteDesEnvois(List<Colonne> colonnes, List<Mois> mois, List<Manque> manques, List<Jours> jours) {
  private static final int MOIS_MONTRES = 13;

  /** A file loaded. */
  public record Envoi(long importId, String payeur, FamilleDeFichier famille, boolean mensuel, LocalDate reference) {}

  /** A payer and a family of monthly files. */
  public record Colonne(String payeur, FamilleDeFichier famille) implements Comparable<Colonne> {
    @Override
    public int compareTo(Colonne autre) {
      return Comparator.comparing(Colonne::payeur).thenComparing(Colonne::famille).compare(this, autre);
    }
  }

  /** State of a month for a payer. */
  public enum Etat {
    /** The file is there. */
    RECU,
    /** Files came before, this one did not. */
    MANQUE,
    /** The month has just ended: the file may still come. */
    ATTENDU,
    /** Before the first file of this payer. */
    AVANT
  }

  /** A month of a payer; {@code importId} is null unless received. */
  public record Place(Etat etat, Long importId) {}

  /** A month. */
  public record Mois(YearMonth mois, Map<Colonne, Place> places) {}

  /** A hole. */
  public record Manque(Colonne colonne, YearMonth mois) {}

  /** Daily files of a payer in a month: days received, and week days without a file between the first and the last one received. */
  public record Jours(String payeur, YearMonth mois, List<Integer> recus, List<Integer> sans) {}

  /** True when no file was ever loaded. */
  public boolean vide() {
    return colonnes.isEmpty() && jours.isEmpty();
  }

  /**
   * @param envois     files of beneficiaries and financial files loaded
   * @param aujourdhui today
   */
  public static SuiteDesEnvois de(Collection<Envoi> envois, LocalDate aujourdhui) {
    Map<Colonne, TreeMap<YearMonth, Long>> recus = new TreeMap<>();
    for (Envoi e : envois) {
      if (e.mensuel()) {
        recus.computeIfAbsent(new Colonne(e.payeur(), e.famille()), _ -> new TreeMap<>())
            .merge(YearMonth.from(e.reference()), e.importId(), Math::max);
      }
    }
    YearMonth attendu = YearMonth.from(aujourdhui).minusMonths(1);
    List<Manque> manques = new ArrayList<>();
    recus.forEach((colonne, mois) -> {
      for (YearMonth m = mois.firstKey(); m.isBefore(attendu); m = m.plusMonths(1)) {
        if (!mois.containsKey(m)) {
          manques.add(new Manque(colonne, m));
        }
      }
    });
    manques.sort(Comparator.comparing(Manque::mois).reversed().thenComparing(Manque::colonne));
    return new SuiteDesEnvois(List.copyOf(recus.keySet()), mois(recus, attendu), manques, jours(envois));
  }

  private static List<Mois> mois(Map<Colonne, TreeMap<YearMonth, Long>> recus, YearMonth attendu) {
    if (recus.isEmpty()) {
      return List.of();
    }
    YearMonth dernier = recus.values().stream().map(TreeMap::lastKey).max(Comparator.naturalOrder()).filter(m -> m.isAfter(attendu)).orElse(attendu);
    YearMonth premier = recus.values().stream().map(TreeMap::firstKey).min(Comparator.naturalOrder()).orElseThrow();
    List<Mois> mois = new ArrayList<>();
    for (YearMonth m = dernier; !m.isBefore(premier) && mois.size() < MOIS_MONTRES; m = m.minusMonths(1)) {
      Map<Colonne, Place> places = new LinkedHashMap<>();
      for (Map.Entry<Colonne, TreeMap<YearMonth, Long>> e : recus.entrySet()) {
        places.put(e.getKey(), place(e.getValue(), m, attendu));
      }
      mois.add(new Mois(m, places));
    }
    return mois;
  }

  private static Place place(TreeMap<YearMonth, Long> recus, YearMonth mois, YearMonth attendu) {
    Long importId = recus.get(mois);
    if (importId != null) {
      return new Place(Etat.RECU, importId);
    }
    return new Place(mois.isBefore(recus.firstKey()) ? Etat.AVANT : mois.isBefore(attendu) ? Etat.MANQUE : Etat.ATTENDU, null);
  }

  private static List<Jours> jours(Collection<Envoi> envois) {
    Map<String, TreeSet<LocalDate>> parPayeur = envois.stream().filter(e -> !e.mensuel() && e.famille() == FamilleDeFichier.BENEFICIAIRES)
        .collect(Collectors.groupingBy(Envoi::payeur, TreeMap::new, Collectors.mapping(Envoi::reference, Collectors.toCollection(TreeSet::new))));
    List<Jours> jours = new ArrayList<>();
    parPayeur.forEach((payeur, recus) -> {
      YearMonth premier = YearMonth.from(recus.first());
      int n = 0;
      for (YearMonth m = YearMonth.from(recus.last()); !m.isBefore(premier) && n < MOIS_MONTRES; m = m.minusMonths(1), n++) {
        jours.add(jours(payeur, m, recus));
      }
    });
    jours.sort(Comparator.comparing(Jours::mois).reversed().thenComparing(Jours::payeur));
    return jours;
  }

  private static Jours jours(String payeur, YearMonth mois, TreeSet<LocalDate> recus) {
    List<Integer> la = new ArrayList<>();
    List<Integer> sans = new ArrayList<>();
    for (LocalDate jour = mois.atDay(1); !jour.isAfter(mois.atEndOfMonth()); jour = jour.plusDays(1)) {
      boolean semaine = jour.getDayOfWeek() != DayOfWeek.SATURDAY && jour.getDayOfWeek() != DayOfWeek.SUNDAY;
      if (recus.contains(jour)) {
        la.add(jour.getDayOfMonth());
      } else if (semaine && jour.isAfter(recus.first()) && jour.isBefore(recus.last())) {
        sans.add(jour.getDayOfMonth());
      }
    }
    return new Jours(payeur, mois, la, sans);
  }
}
