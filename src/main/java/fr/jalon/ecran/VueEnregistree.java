package fr.jalon.ecran;

/**
 * What an agent often asks of a list, under a name.
 *
 * @param liste     path of the list
 * @param filtres   what is asked, as an address writes it after its question mark; empty when nothing is
 * @param mienne    true when it is the agent's own; @param par who shares it
 * @param partagee  true when others see it
 * @param parDefaut true when the menu opens it for the agent at work
 */
public record VueEnregistree(long id, String liste, String filtres, String nom, boolean mienne, String par, boolean partagee, boolean parDefaut) {
  /** Address of what it asks. */
  public String adresse() {
    return filtres.isEmpty() ? liste : liste + "?" + filtres;
  }

  /** Where it opens: what is no longer there is said. */
  public String ouvrir() {
    return "/vues/" + id;
  }
}
