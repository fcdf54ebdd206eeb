package fr.jalon.pilotage.web;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.ecran.Francais;
import fr.jalon.pilotage.Dimension;
import fr.jalon.pilotage.Objectif;
import fr.jalon.pilotage.ValeurIndicateur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the dashboard shows at a date.
 *
 * @param au           date of the figures
 * @param territoire   the only one looked at, {@code null} for all the agent reads
 * @param lieux        the territories whose figures she reads, by name
 * @param fichier      reference date of the file the rights come from, {@code null} when none is loaded at the date
 * @param moisAvant    end of the month before, compared with
 * @param plan         name of the plan, empty when the Département has none on file
 * @param objectifs    targets of the plan that Jalon measures
 * @param aVenir       targets of the plan that no indicator measures yet
 * @param chiffres     key figures with those of the month before
 * @param territoires  one line a territory
 * @param ventilations population by each dimension
 * @param variation    who began and who ceased to have a payable right since the month before, and why
 * @param mois         one line a month, oldest first
 * @param orientation  delays and shares oriented in time
 */
public record TableauDeBord(LocalDate au, String territoire,
    List<String> lieux, LocalDate fichier, LocalDate moisAvant, String plan, List<Resultat> objectifs, List<Objectif> aVenir,
    List<Chiffre> chiffres, List<LigneTerritoire> territoires, List<Ventilation> ventilations, List<ValeurIndicateur> variation, List<LigneMois> mois,
    List<Chiffre> orientation) {
  private static final List<String> PREMIERS = List.of("ORI-ATTENTE", "ORI-DELAI-MEDIAN", "ORI-TAUX-42J", "ORI-SURCHARGE");

  /** The four figures of the orientation that stand on the first screen. */
  public List<Chiffre> orientationEnUnCoupDOeil() {
    return orientation.stream().filter(c -> PREMIERS.contains(c.valeur().code())).toList();
  }

  /** « Tableau de bord, Nord, au 31 août 2025 » */
  public String titre() {
    return "Tableau de bord" + (territoire == null ? "" : ", " + territoire + ",") + " au " + Francais.longue(au);
  }

  /** The same dashboard of a territory, {@code null} for all. */
  public String de(String lieu) {
    Map<String, String> parametres = new LinkedHashMap<>();
    parametres.put("au", au.toString());
    parametres.put("territoire", lieu);
    return new AdresseDePage("/tableau-de-bord", parametres).toString();
  }

  /** True when a line of the table of territories opens the dashboard of this one. */
  public boolean ouvre(String lieu) {
    return territoire == null && lieux.size() > 1 && lieux.contains(lieu);
  }

  /**
   * A target and where we are.
   *
   * @param valeur     the result, {@code null} when it is missing
   * @param manque     what is missing
   * @param lien       page of the indicator
   * @param comparable false when the target is set for the whole Département and the agent sees a part of it
   */
  public record Resultat(Objectif objectif, BigDecimal valeur, String manque, String lien, boolean comparable) {
    /** True when the target is reached. */
    public boolean atteint() {
      return valeur != null && objectif.atteintPar(valeur);
    }
  }

  /** A figure, and the same a month before ({@code null} when unknown). */
  public record Chiffre(String libelle, ValeurIndicateur valeur, BigDecimal avant) {}

  /** The figures of a territory at a glance. */
  public record LigneTerritoire(String nom, ValeurIndicateur personnes, BigDecimal avant, ValeurIndicateur foyers,
      ValeurIndicateur soumises, ValeurIndicateur tns,
      ValeurIndicateur nouveaux) {}

  /** A breakdown of the persons with a right. */
  public record Ventilation(Dimension dimension, List<ValeurIndicateur> valeurs, BigDecimal total) {}

  /**
   * A month.
   *
   * @param au          end of the month, or the date for the month in progress
   * @param versements  allocation by payer and benefit (keys of {@link Dimension#VERSEMENT}); empty when no payment is known
   */
  public record LigneMois(LocalDate au, String libelle, ValeurIndicateur nouveaux, ValeurIndicateur sorties, Map<String, BigDecimal> versements,
      ValeurIndicateur montant, ValeurIndicateur moyen, ValeurIndicateur quinzeJours, ValeurIndicateur sixSemaines) {}
}
