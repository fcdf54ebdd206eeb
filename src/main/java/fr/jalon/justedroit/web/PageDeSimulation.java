package fr.jalon.justedroit.web;

import fr.jalon.calcul.Revenu;
import fr.jalon.justedroit.domaine.Comparaison;
import fr.jalon.justedroit.domaine.CourbeDesHeures;
import fr.jalon.justedroit.domaine.EmploiPropose;
import fr.jalon.justedroit.domaine.EmploiPropose.Contrat;
import fr.jalon.justedroit.domaine.FoyerSimule.Logis;
import fr.jalon.justedroit.domaine.LigneDeRevenu;
import fr.jalon.socle.PersonneMontree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The page of a simulation.
 *
 * @param saisie        what was typed, with its errors
 * @param personneId    the person it was begun for, or {@code null}
 * @param nom           her name, when the agent may see her, or {@code null}
 * @param remarques     what the file does not say, when it filled the form
 * @param enfants       lines of children
 * @param revenus       lines of income
 * @param premier       first month
 * @param resultat      the answer, or {@code null} before the first calculation or when there is an error
 */
public record PageDeSimulation(Saisie saisie, @PersonneMontree Long personneId, String nom, List<String> remarques, int enfants,
    int revenus, YearMonth premier,
    LocalDate aujourdhui, BigDecimal immersionParJour, Resultat resultat) {
  private static final int AUTOUR = 6;

  /** The answer: twelve months, the curve, what to tell the person. */
  public record Resultat(EmploiPropose emploi, Comparaison comparaison, CourbeDesHeures courbe, List<String> phrases) {}

  /** Months that may come first. */
  public List<YearMonth> mois() {
    YearMonth ici = YearMonth.from(aujourdhui);
    return IntStream.rangeClosed(-AUTOUR, AUTOUR).mapToObj(ici::plusMonths).toList();
  }

  /** The months before the first that may be reference months, oldest first. */
  public List<YearMonth> passes() {
    return IntStream.rangeClosed(1, LigneDeRevenu.MOIS_PASSES).mapToObj(i -> premier.minusMonths(LigneDeRevenu.MOIS_PASSES + 1L - i)).toList();
  }

  /** Kinds of income. */
  public List<Revenu> natures() {
    return List.of(Revenu.values());
  }

  /** Kinds of housing. */
  public List<Logis> logements() {
    return List.of(Logis.values());
  }

  /** Kinds of contract. */
  public List<Contrat> contrats() {
    return List.of(Contrat.values());
  }

  /** {@code mai}, in short. */
  public static String nom(YearMonth mois) {
    return mois.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, java.util.Locale.FRENCH);
  }

  /** {@code mai 26}, for a narrow column. */
  public static String court(YearMonth mois) {
    return nom(mois) + " " + mois.getYear() % 100;
  }
}
