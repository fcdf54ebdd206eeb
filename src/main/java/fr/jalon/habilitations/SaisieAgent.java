package fr.jalon.habilitations;

import java.util.List;
import java.util.Objects;

/**
 * An account as the administration writes it.
 *
 * @param identifiant   login: 3 to 60 lower-case letters, digits, dots, hyphens, underscores or @; never changes once created
 * @param nom           displayed name
 * @param courriel      professional e-mail, or {@code null}
 * @param role          code of the role
 * @param partout       true for the whole Département, where the role leaves the choice
 * @param territoires   territory ids
 * @param organisations organisation ids
 */
public record SaisieAgent(String identifiant, String nom, String courriel, String role, boolean partout, List<Integer> territoires,
    List<Integer> organisations) {

  /** Trims what was typed; an empty e-mail is none. */
  public SaisieAgent {
    identifiant = identifiant == null ? "" : identifiant.strip().toLowerCase(java.util.Locale.ROOT);
    nom = nom == null ? "" : nom.strip();
    courriel = courriel == null || courriel.isBlank() ? null : courriel.strip();
    territoires = territoires == null ? List.of() : territoires.stream().filter(Objects::nonNull).toList();
    organisations = organisations == null ? List.of() : organisations.stream().filter(Objects::nonNull).toList();
  }
}
