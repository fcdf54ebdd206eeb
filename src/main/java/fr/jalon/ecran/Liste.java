package fr.jalon.ecran;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One page of a list, as its query gives it: templates receive it under the name {@code liste}, and show it with {@code commun/onglets},
 * {@code commun/filtres}, {@code commun/liste} and {@code commun/export}.
 *
 * @param filtres what was asked
 * @param comptes rows of each tab with the same filters, in the order of the tabs; the list opens on the first
 * @param total   rows of all pages
 * @param lignes  rows of this page
 */
public record Liste<F extends Filtres, O, L>(F filtres, Map<O, Long> comptes, long total, List<L> lignes) {
  /** A tab. @param ici true for the one shown */
  public record Onglet(String libelle, String adresse, long nombre, boolean ici) {}

  /** A list with tabs: its rows are those of the tab shown. */
  public static <F extends Filtres, O, L> Liste<F, O, L> de(F filtres, Map<O, Long> comptes, O onglet, List<L> lignes) {
    return new Liste<>(filtres, comptes, comptes.get(onglet), lignes);
  }

  /** Each tab with its number of rows, none left out. @param lus the tabs that have rows; one may come twice, and is added up */
  public static <O> Map<O, Long> comptes(O[] onglets, List<Map.Entry<O, Long>> lus) {
    Map<O, Long> comptes = new LinkedHashMap<>();
    for (O onglet : onglets) {
      comptes.put(onglet, 0L);
    }
    lus.forEach(e -> comptes.merge(e.getKey(), e.getValue(), Long::sum));
    return comptes;
  }

  /** How many rows to pass over before this page. */
  public static int saut(Filtres filtres) {
    return Math.multiplyExact(filtres.page() - 1, Pagination.TAILLE);
  }

  /** The tabs. @param nom name in the address; @param enClair what each is called */
  public List<Onglet> onglets(String nom, Function<O, String> enClair) {
    String ici = filtres.adresse().toString();
    return comptes.entrySet().stream().map(e -> {
      String adresse = filtres.avec(nom, e.getKey()).toString();
      return new Onglet(enClair.apply(e.getKey()), adresse, e.getValue(), adresse.equals(ici));
    }).toList();
  }

  /** Its pages. */
  public Pagination pages() {
    return new Pagination(total, filtres.page(), Pagination.TAILLE, filtres.adresse());
  }
}
