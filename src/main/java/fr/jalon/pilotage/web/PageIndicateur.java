package fr.jalon.pilotage.web;

import fr.jalon.ecran.Pagination;
import fr.jalon.pilotage.Dimension;
import fr.jalon.pilotage.Genre;
import fr.jalon.pilotage.Indicateur;
import fr.jalon.pilotage.PersonneConcernee;
import fr.jalon.pilotage.ValeurIndicateur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The page of a figure.
 *
 * @param territoire the only one looked at, {@code null} for all
 * @param ensemble   the figure for the whole
 * @param choisie    the figure of the value of the breakdown asked for; the same as {@code ensemble} when none is
 * @param par        breakdown shown, {@code null} for none
 * @param valeur     value of the breakdown whose persons are shown, {@code null} for all
 * @param valeurs    the breakdown, empty when none is shown
 * @param personnes  the rows behind {@code choisie}
 * @param pages      their pages
 * @param nomme      true when the agent reads the persons behind the figure
 * @param export     address of the spreadsheet, {@code null} when the agent may not export
 */
public record PageIndicateur(Indicateur indicateur, LocalDate au, String territoire, ValeurIndicateur ensemble, ValeurIndicateur choisie,
    Dimension par, String valeur,
    List<ValeurIndicateur> valeurs, PersonneConcernee.Page personnes, Pagination pages, String export, boolean nomme) {

  /** How many the figure counts whom the agent may not open: they live elsewhere now, or are followed by others. */
  public long fermees() {
    BigDecimal comptees = choisie == null || choisie.valeur() == null ? null : indicateur.genre() == Genre.NOMBRE ? choisie.valeur()
        : choisie.denominateur();
    return comptees == null ? 0 : Math.max(0, comptees.longValue() - personnes.total());
  }

  /** Shape of the chart of the breakdown. */
  public String forme() {
    return par == Dimension.MOIS ? indicateur.genre().additif() ? "colonnes" : "lignes-libres" : "barres";
  }

  /** True when a breakdown of the figure adds up, so that a share of the whole makes sense. */
  public boolean avecParts() {
    return indicateur.genre().additif() && par != Dimension.MOIS;
  }
}
