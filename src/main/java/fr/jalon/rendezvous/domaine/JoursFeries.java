package fr.jalon.rendezvous.domaine;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The public holidays of a Département: those of everywhere (L. 3133-1 du code du travail), and its own in Alsace-Moselle (L. 3134-13) and overseas
 * (L. 3422-2). They are data, {@code departements/feries.xml}; Jollyday knows when Easter is.
 */
public final class JoursFeries {
  private static final HolidayManager CALENDRIER =
      HolidayManager.getInstance(ManagerParameters.create(JoursFeries.class.getResource("/departements/feries.xml")));

  private record DansLAnnee(String departement, int an) {}

  private final Map<DansLAnnee, Map<LocalDate, String>> lus = new ConcurrentHashMap<>();
  private final Supplier<String> departement;

  /** @param departement its code, or blank while there is none: then the holidays of everywhere */
  public JoursFeries(Supplier<String> departement) {
    this.departement = departement;
  }

  /** Of one Département. */
  public static JoursFeries de(String departement) {
    return new JoursFeries(() -> departement);
  }

  /** Its name when the day is a public holiday; two names when two fall together, as Ascension and 1 May in 2008. */
  public Optional<String> nom(LocalDate jour) {
    return Optional.ofNullable(lus.computeIfAbsent(new DansLAnnee(departement.get(), jour.getYear()), JoursFeries::lire).get(jour));
  }

  /** True for a public holiday. */
  public boolean ferie(LocalDate jour) {
    return nom(jour).isPresent();
  }

  private static Map<LocalDate, String> lire(DansLAnnee l) {
    return CALENDRIER.getHolidays(Year.of(l.an()), l.departement()).stream()
        .collect(Collectors.groupingBy(Holiday::getDate,
        Collectors.mapping(Holiday::getPropertiesKey, Collectors.collectingAndThen(Collectors.toList(),
            noms -> noms.stream().sorted().collect(Collectors.joining(" et "))))));
  }
}
