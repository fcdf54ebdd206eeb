package fr.jalon.habilitations;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/**
 * An application of a partner, as kept in {@code habilitations.client}, without its secret.
 *
 * @param id            internal number
 * @param identifiant   what it sends as {@code client_id}
 * @param nom           name shown
 * @param contact       e-mail of who keeps it
 * @param portees       codes of its scopes
 * @param partout       true when its perimeter is the whole Département
 * @param territoires   territory ids
 * @param organisations ids of the organisations it acts for
 * @param actif         false when the access was withdrawn
 * @param secretDepuis  when its secret was given
 * @param releveJusqua  until when the secret before is still accepted, {@code null} when it is not
 * @param creeLe        when it was declared
 * @param creePar       by whom
 * @param dernierAppel  last call, to the minute, {@code null} before the first
 */
public record ClientApi(long id, String identifiant, String nom, String contact, List<String> portees, boolean partout, List<Integer> territoires,
    List<Integer> organisations, boolean actif, OffsetDateTime secretDepuis, OffsetDateTime releveJusqua, OffsetDateTime creeLe, String creePar,
    OffsetDateTime dernierAppel) {
  /** Code of its role in the journal. */
  public static final String ROLE = "CLIENT_API";
  /** What its name in the journal begins with: it is never mistaken for an agent. */
  public static final String PREFIXE = "api:";

  /** Its name in the journal and in what it writes. */
  public String agent() {
    return PREFIXE + identifiant;
  }

  /** What it may see with these scopes, which are some of its own. */
  public Perimetre perimetre(Collection<String> demandees) {
    return new Perimetre(agent(), nom, ROLE, Portee.ressources(demandees.stream().filter(portees::contains).toList()), partout,
        territoires, organisations);
  }

  /** As the form writes it. */
  public SaisieClient saisie() {
    return new SaisieClient(identifiant, nom, contact, portees, partout, territoires, organisations);
  }
}
