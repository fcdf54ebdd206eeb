package fr.jalon.orientation.web;

import fr.jalon.orientation.lecture.FiltresDEntrees;
import fr.jalon.orientation.lecture.LigneDEntree;
import fr.jalon.structures.Territoire;
import java.time.LocalDate;
import java.util.List;

/**
 * Whom to give a référent to.
 *
 * @param lignes the most urgent first, at most {@link #LIMITE}
 * @param total  how many wait with these filters
 * @param erreur what is missing, or {@code null}
 */
public record ChoixDeLaListe(FiltresDEntrees filtres, List<LigneDEntree> lignes, int total, List<Territoire> territoires, LocalDate aujourdhui, String erreur) {
  /** One list at a time: more is hard to read, and a form has its limits. */
  public static final int LIMITE = 300;
}
