package fr.jalon.ecran;

import java.time.LocalDate;
import java.util.List;

/**
 * What the layout needs, whatever the page. Every template receives it under the name {@code ecran}, without its controller doing
 * anything.
 *
 * @param departement   name of the Département, or an empty text on an empty instance
 * @param aujourdhui    today for the instance
 * @param demonstration true when the clock was moved: the layout says so
 * @param regard        who is looking
 * @param rubriques     the menu, already limited to what the role opens
 * @param chemin        path of the page, without query
 * @param lue           true when the page was read by its address, and can be again; false when a form or an error made it
 * @param recherche     text typed in the search box of the header
 * @param jeton         protection of forms against forgery
 * @param aide          address of the page of the guide that explains this screen
 * @param version       changes with the style sheets and scripts, so that browsers may keep them
 * @param message       sentence to show once, or {@code null}
 * @param signaux       words on every page
 */
public record Ecran(String departement, LocalDate aujourdhui, boolean demonstration, Regard regard, List<RubriqueOuverte> rubriques,
    String chemin, boolean lue, String recherche, Jeton jeton, String aide, String version, Message message,
    List<Signalement.Signal> signaux) {

  /** A heading and its entries. */
  public record RubriqueOuverte(Rubrique rubrique, List<EntreeDeMenu> entrees) {}

  /** The CSRF token: header, parameter and value; all empty where there is no protection (error before the filters). */
  public record Jeton(String entete, String parametre, String valeur) {}
}
