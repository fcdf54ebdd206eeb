package fr.jalon.pilotage;

import fr.jalon.socle.RefusMetier;
import fr.jalon.habilitations.Perimetre;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An indicator as its SQL file {@code indicateurs/CODE.sql} describes it. The SQL returns one row per person (or per payment, with the
 * person behind); its value, its breakdowns and the list behind the figure come from the same rows.
 *
 * @param code       code, the name of the file
 * @param rang       rank on the screen
 * @param libelle    French name
 * @param definition French definition
 * @param source     tables, file and plan or law
 * @param unite      personnes, %, € or jours
 * @param genre      what is made of the rows
 * @param dimensions breakdowns it knows
 * @param parDefaut  its natural breakdown, or {@code null}
 * @param fichiers   what must have been loaded for the figure to exist
 * @param ressources resources without which nothing is seen
 * @param lecture    resources without which the figure is read and not the persons behind it: it is counted with them, and told from
 *                   {@code pilotage.secret} persons on
 * @param vide       French sentence when there is no row to divide by, or {@code null}
 * @param douzeMois  true when the figure always looks back twelve months
 * @param parametres numbers of the definition, e.g. {@code delai} in days: a whole number, or the key of a parameter of the Département
 * @param commun     shared query its SQL reads from, or {@code null}
 * @param sql        the query
 */
public record Indicateur(String code, int rang, String libelle, String definition, String source, String unite, Genre genre,
    List<Dimension> dimensions, Dimension parDefaut, Fichiers fichiers, Set<String> ressources, Set<String> lecture, String vide,
    boolean douzeMois, Map<String, String> parametres, String commun, String sql) {

  /** What must have been loaded for a figure to exist. */
  public enum Fichiers {
    /** A file of beneficiaries at the date or before. */
    DROITS,
    /** A file of beneficiaries in the month. */
    MOIS,
    /** A file of beneficiaries in the month, and one before the month. */
    DEUX_MOIS,
    /** Payments of the month. */
    PAIEMENTS,
    /** No file: what agents write alone. */
    AUCUN
  }

  /** True when this agent reads the persons behind the figure, and not the figure alone. */
  public boolean nomme(Perimetre agent) {
    return agent.ressources().containsAll(lecture);
  }

  /** What heads the number of each row in the list behind the figure: its unit, {@code Montant} for euros. */
  public String titreDeLaMesure() {
    return unite.equals("€") ? "Montant" : unite.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + unite.substring(1);
  }

  /** What tells apart the rows of a same person in the list behind the figure: its natural breakdown, {@code null} when it is a place or none. */
  public Dimension propre() {
    return parDefaut == Dimension.TERRITOIRE || parDefaut == Dimension.MOIS ? null : parDefaut;
  }

  /** True when the figure is that of a month: without a breakdown by month it is the month of the date. */
  public boolean mensuel() {
    return fichiers != Fichiers.DROITS && fichiers != Fichiers.AUCUN;
  }

  /** First month to read: that of the date, or twelve months for a breakdown by month. */
  LocalDate premierMois(LocalDate au, boolean parMois) {
    return parMois ? au.withDayOfMonth(1).minusMonths(11) : au.withDayOfMonth(1);
  }

  /** The months a breakdown by month shows, oldest first. */
  List<YearMonth> mois(LocalDate au) {
    YearMonth dernier = YearMonth.from(au);
    YearMonth premier = douzeMois ? YearMonth.from(au.minusMonths(12).plusDays(1)) : dernier.minusMonths(11);
    return premier.atDay(1).datesUntil(dernier.atDay(1).plusDays(1), java.time.Period.ofMonths(1)).map(YearMonth::from).toList();
  }

  /** Refuses a breakdown that the indicator does not know. */
  void verifier(Dimension dimension) {
    if (dimension != null && !dimensions.contains(dimension)) {
      throw new RefusMetier("DIMENSION_INCONNUE", "L'indicateur " + code + " ne se ventile pas par " + dimension
          + ". Ventilations connues : " + dimensions.stream().map(Dimension::name).collect(Collectors.joining(", ")) + ".");
    }
  }
}
