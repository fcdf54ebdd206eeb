package fr.jalon.ecran;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the layout needs, whatever the page. Every template receives it under the name {@code ecran}, without its controller doing
 * anything.
 *
 * @param departement   name of the Département, or an empty text on an empty instance
 * @param aujourdhui    today for the instance
 * @param demonstration true when the clock was moved: the layout says so
 * @param regard        who is looking
 * @param rubriques     the menu, already limited to what the role opens
 * @param retards       how much is late on a page of the menu, by address
 * @param chemin        path of the page, without query
 * @param lue           true when the page was read by its address, and can be again; false when a form or an error made it
 * @param recherche     text typed in the search box of the header
 * @param jeton         protection of forms against forgery
 * @param aide          address of the page of the guide that explains this screen
 * @param version       changes with the style sheets and scripts, so that browsers may keep them
 * @param message       sentence to show once, or {@code null}
 * @param signaux       words on every page
 * @param parDefaut     where the menu opens the lists of which the agent chose a view, by their path
 * @param vues          the views of a list, by its path
 */
public record Ecran(String departement, LocalDate aujourdhui, boolean demonstration, Regard regard,
    List<RubriqueOuverte> rubriques, Map<String, Long> retards,
    String chemin, boolean lue, String recherche, Jeton jeton, String aide, String version, Message message,
    List<Signalement.Signal> signaux, Map<String, String> parDefaut, Function<String, List<VueEnregistree>> vues) {

  /** Where an entry of the menu leads: the page, or the view of it that the agent chose. */
  public String adresse(EntreeDeMenu e) {
    return parDefaut.getOrDefault(e.adresse(), e.adresse());
  }

  /** What the menu calls the page of that path, or below which it is; the path itself when the menu has none. */
  public String nomDe(String adresse) {
    return rubriques.stream().flatMap(r -> r.entrees().stream()).filter(e -> e.ouverte(adresse)).map(EntreeDeMenu::libelle).findFirst()
        .orElse(adresse);
  }

  /** True when the menu may open a view of this list. */
  public boolean auMenu(String liste) {
    return rubriques.stream().flatMap(r -> r.entrees().stream()).anyMatch(e -> e.adresse().equals(liste));
  }

  /** A heading and its entries. */
  public record RubriqueOuverte(Rubrique rubrique, List<EntreeDeMenu> entrees) {
    /** True when the page shown is one of them, or below. */
    public boolean ouverte(String chemin) {
      return entrees.stream().anyMatch(e -> e.ouverte(chemin));
    }
  }

  /**
   * True when a heading shows its entries at first: what is opened every day, and where the agent is. She folds and opens them as she likes (jalon.js
   * keeps it).
   */
  public boolean deplie(RubriqueOuverte r) {
    return r.rubrique() != Rubrique.ADMINISTRATION || r.ouverte(chemin) || rubriques.size() <= 2;
  }

  /** True for a heading that folds: neither the day's work nor one entry alone, where it would only add a stop for the keyboard. */
  public boolean pliable(RubriqueOuverte r) {
    return !r.rubrique().duJour() && r.entrees().size() > 1;
  }

  /** How much is late under a heading. */
  public long enRetard(RubriqueOuverte r) {
    return r.entrees().stream().mapToLong(e -> retards.getOrDefault(e.adresse(), 0L)).sum();
  }

  /** The CSRF token: header, parameter and value; all empty where there is no protection (error before the filters). */
  public record Jeton(String entete, String parametre, String valeur) {}
}
