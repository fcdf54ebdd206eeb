package fr.jalon.ecran;

import java.util.function.LongSupplier;

/**
 * One entry of the left menu; a module contributes it as a bean. Shown only to whom the resource is open.
 *
 * @param rubrique  heading it stands under
 * @param ordre     rank under the heading
 * @param libelle   the word shown
 * @param adresse   path of the page, e.g. {@code /allocataires}
 * @param icone     name of a Bootstrap icon without its prefix, e.g. {@code people}
 * @param ressource resource that opens it (see {@code habilitations.yaml}); {@code null} = every agent
 * @param enRetard  how much is late there for the agent at work, as the page itself says when she comes to it; {@code null} = nothing is ever late
 */
public record EntreeDeMenu(Rubrique rubrique, int ordre, String libelle, String adresse, String icone, String ressource, LongSupplier enRetard) {
  /** A page where nothing is ever late. */
  public EntreeDeMenu(Rubrique rubrique, int ordre, String libelle, String adresse, String icone, String ressource) {
    this(rubrique, ordre, libelle, adresse, icone, ressource, null);
  }

  /** True when the page shown is this one or below it. */
  public boolean ouverte(String chemin) {
    return chemin.equals(adresse) || !adresse.equals("/") && chemin.startsWith(adresse + "/");
  }
}
