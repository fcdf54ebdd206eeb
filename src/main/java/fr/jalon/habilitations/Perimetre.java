package fr.jalon.habilitations;

import java.util.List;
import java.util.Set;

/**
 * What the agent at work may see: resources of the role, and the territories and organisations of the agent.
 *
 * @param agent         login, or {@code systeme} for work that no agent started
 * @param nom           displayed name
 * @param role          code of the role
 * @param ressources resources the role opens (DOSSIERS, MONTANTS, NIR, IMPORTS, DOUBLONS, ENTREES, ORIENTATIONS, RENDEZ_VOUS, PRESENCES,
 *     REORIENTATIONS, REPRISE, INDICATEURS, EXPORTS,
 *                      SIMULATIONS, VERIFICATIONS, AIDE_AU_POSTE, COURRIERS, MODELES_DE_COURRIER, JOURNAL, STRUCTURES, PARAMETRES, HABILITATIONS)
 * @param partout       true when the perimeter is the whole Département
 * @param territoires   territory ids of the perimeter
 * @param organisations organisation ids of the perimeter
 */
public record Perimetre(String agent, String nom, String role, Set<String> ressources, boolean partout,
    List<Integer> territoires, List<Integer> organisations) implements java.io.Serializable {

  /** Nobody: sees nothing. */
  public static final Perimetre PERSONNE = new Perimetre("", "", "", Set.of(), false, List.of(), List.of());

  /** True for work that no agent started. */
  public boolean systeme() {
    return AgentSysteme.ROLE.equals(role);
  }

  /** True when she sees only those whom her organisations follow: a few hundred persons among all. */
  public boolean confieSeulement() {
    return !partout && territoires.isEmpty();
  }

  /** True when the role opens the resource. */
  public boolean peut(String ressource) {
    return ressources.contains(ressource);
  }
}
