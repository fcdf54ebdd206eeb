package fr.jalon.justedroit.web;

import fr.jalon.ecran.Pagination;
import fr.jalon.justedroit.lecture.EcartsDuPerimetre.Bilan;
import fr.jalon.justedroit.lecture.EcartsDuPerimetre.Ligne;
import fr.jalon.justedroit.lecture.EcartsDuPerimetre.Regard;
import fr.jalon.justedroit.lecture.EcartsDuPerimetre.Sens;
import fr.jalon.socle.MontreSeulement;
import fr.jalon.structures.Territoire;
import java.util.List;

/**
 * The list of the foyers to verify.
 *
 * @param bilan  what was found, or {@code null} before the first file
 * @param lignes the page of the list
 * @param export address of the spreadsheet, or {@code null} when the role does not open it
 */
public record PageDesEcarts(Saisie saisie, Sens sens, Regard vus, String territoire, List<Territoire> territoires, Bilan bilan, List<Ligne> lignes,
    Pagination pages, String export) implements MontreSeulement {
  /** This page, to come back to. */
  public String ici() {
    return pages.adresse().avec("page", pages.page() > 1 ? String.valueOf(pages.page()) : "").toString();
  }

  @Override
  public Object montre() {
    return lignes;
  }
}
