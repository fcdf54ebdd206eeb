package fr.jalon.demo.generation;

import java.util.List;
import java.util.Set;

/**
 * What the generator made.
 *
 * @param fichiers     in the order of reception; a file may come twice (sent again, or loaded again with its disagreement accepted)
 * @param defauts      the claims that are wrong on purpose
 * @param orientations the follow-ups to play, by date of notification
 * @param attendent    NIR of those who are not oriented yet when the demonstration ends
 */
public record JeuDeFichiers(List<FichierEcrit> fichiers, List<Defaut> defauts, List<OrientationAJouer> orientations, Set<String> attendent) {
  /** Defensive copies. */
  public JeuDeFichiers {
    fichiers = List.copyOf(fichiers);
    defauts = List.copyOf(defauts);
    orientations = List.copyOf(orientations);
    attendent = Set.copyOf(attendent);
  }
}
