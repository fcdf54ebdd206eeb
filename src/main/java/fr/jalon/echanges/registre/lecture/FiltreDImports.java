package fr.jalon.echanges.registre.lecture;

import fr.jalon.ecran.AdresseDePage;
import fr.jalon.echanges.registre.domaine.FamilleDeFichier;
import fr.jalon.echanges.registre.domaine.StatutImport;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the URL of the list of imports asks. A value that means nothing is as if it were not there.
 *
 * @param nom       part of the name of the file
 * @param organisme payer, e.g. {@code CAF 071}
 * @param famille   name of a {@link FamilleDeFichier}
 * @param statut    name of a {@link StatutImport}
 * @param mois      month of reference, {@code yyyy-mm}
 */
public record FiltreDImports(String nom, String organisme, String famille, String statut, String mois) {
  /** Blanks are empty texts; unknown names are dropped. */
  public FiltreDImports {
    nom = nom == null ? "" : nom.strip();
    organisme = organisme == null ? "" : organisme.strip();
    famille = FamilleDeFichier.lire(famille) == null ? "" : famille;
    statut = StatutImport.lire(statut) == null ? "" : statut;
    mois = jour(mois) == null ? "" : mois;
  }

  /** First day of the month asked, or {@code null}. */
  public LocalDate premierJour() {
    return jour(mois);
  }

  private static LocalDate jour(String mois) {
    try {
      return mois == null || mois.isBlank() ? null : YearMonth.parse(mois.strip()).atDay(1);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** True when nothing is asked. */
  public boolean vide() {
    return adresse().parametres().isEmpty();
  }

  /** The address that asks the same. */
  public AdresseDePage adresse() {
    Map<String, String> parametres = new LinkedHashMap<>();
    parametres.put("nom", nom);
    parametres.put("organisme", organisme);
    parametres.put("famille", famille);
    parametres.put("statut", statut);
    parametres.put("mois", mois);
    return new AdresseDePage("/imports", parametres);
  }
}
