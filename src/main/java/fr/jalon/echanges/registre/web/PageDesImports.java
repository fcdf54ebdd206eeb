package fr.jalon.echanges.registre.web;

import fr.jalon.ecran.Francais;
import fr.jalon.ecran.Pagination;
import fr.jalon.echanges.registre.domaine.SuiteDesEnvois;
import fr.jalon.echanges.registre.lecture.FiltreDImports;
import fr.jalon.echanges.registre.lecture.ListeDesImports.Ligne;
import java.time.LocalDate;
import java.util.List;

/**
 * The page "Imports".
 *
 * @param enRoute true when something is waiting or being loaded
 * @param retenus files held, that wait for someone to decide
 * @param manques holes in the sequence of files
 */
public record PageDesImports(FiltreDImports filtre, List<Ligne> lignes, Pagination pages, List<String> organismes, boolean enRoute,
    long rejetsOuverts, long retenus,
    List<SuiteDesEnvois.Manque> manques, LocalDate aujourdhui) {

  /** The holes in one sentence: the three latest, then how many others. */
  public String phraseDesManques() {
    String premiers = String.join(" ; ", manques.stream().limit(3).map(PageDesImports::enClair).toList());
    return "Il manque " + premiers + (manques.size() > 3 ? " ; et " + Francais.compte(manques.size() - 3L, "autre fichier", "autres fichiers") : "")
        + ".";
  }

  /** {@code le fichier financier de juillet 2025 (CAF 071)}. */
  public static String enClair(SuiteDesEnvois.Manque m) {
    String fichier = switch (m.colonne().famille()) {
      case FINANCIER -> "le fichier financier";
      default -> "le fichier mensuel des bénéficiaires";
    };
    return fichier + " de " + Francais.mois(m.mois().atDay(1)) + " (" + m.colonne().payeur() + ")";
  }

  /** {@code 1, 2, 3}. */
  public static String jours(List<Integer> jours) {
    return String.join(", ", jours.stream().map(String::valueOf).toList());
  }
}
