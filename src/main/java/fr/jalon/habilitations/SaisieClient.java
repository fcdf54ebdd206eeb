package fr.jalon.habilitations;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A client of the API as the administration writes it.
 *
 * @param identifiant   3 to 60 lower-case letters, digits, dots or hyphens; never changes once created
 * @param nom           name of the application
 * @param contact       e-mail of who keeps it
 * @param portees       codes of scopes
 * @param partout       true for the whole Département
 * @param territoires   territory ids
 * @param organisations ids of the organisations it acts for
 */
public record SaisieClient(String identifiant, String nom, String contact, List<String> portees, boolean partout, List<Integer> territoires,
    List<Integer> organisations) {

  /** Trims what was typed; absent lists are empty. */
  public SaisieClient {
    identifiant = identifiant == null ? "" : identifiant.strip().toLowerCase(Locale.ROOT);
    nom = nom == null ? "" : nom.strip();
    contact = contact == null ? "" : contact.strip();
    portees = portees == null ? List.of() : portees.stream().filter(Objects::nonNull).toList();
    territoires = territoires == null ? List.of() : territoires.stream().filter(Objects::nonNull).toList();
    organisations = organisations == null ? List.of() : organisations.stream().filter(Objects::nonNull).toList();
  }
}
