package fr.jalon.accompagnement.domaine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Those who entered in a year or a quarter. @param code {@code 2025} or {@code 2025-T3}; @param du, @param au its days, both included */
public record Cohorte(String code, String libelle, LocalDate du, LocalDate au) {
  private static final Pattern CODE = Pattern.compile("(20\\d\\d)(?:-T([1-4]))?");
  private static final int MOIS = 3;

  /** The one an address names; empty when it names none. */
  public static Optional<Cohorte> de(String code) {
    Matcher m = CODE.matcher(code == null ? "" : code);
    return m.matches() ? Optional.of(m.group(2) == null ? annee(Integer.parseInt(m.group(1))) : trimestre(Integer.parseInt(m.group(1)),
        Integer.parseInt(m.group(2)))) : Optional.empty();
  }

  private static Cohorte annee(int annee) {
    return new Cohorte(String.valueOf(annee), "Année " + annee, LocalDate.of(annee, 1, 1), LocalDate.of(annee + 1, 1, 1).minusDays(1));
  }

  private static Cohorte trimestre(int annee, int rang) {
    LocalDate du = LocalDate.of(annee, (rang - 1) * MOIS + 1, 1);
    return new Cohorte(annee + "-T" + rang, "%s trimestre %d".formatted(rang == 1 ? "1er" : rang + "e", annee), du, du.plusMonths(MOIS).minusDays(1));
  }

  /** The years and their quarters begun on a day, the latest first, as far back as so many years. */
  public static List<Cohorte> commencees(LocalDate jour, int annees) {
    List<Cohorte> toutes = new ArrayList<>();
    for (int annee = jour.getYear(); annee > jour.getYear() - annees; annee--) {
      toutes.add(annee(annee));
      for (int t = 4; t > 0; t--) {
        Cohorte c = trimestre(annee, t);
        if (!c.du().isAfter(jour)) {
          toutes.add(c);
        }
      }
    }
    return toutes;
  }
}
