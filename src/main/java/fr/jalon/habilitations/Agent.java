package fr.jalon.habilitations;

import java.util.List;

/**
 * An account as kept in {@code habilitations.agent}, without its secrets.
 *
 * @param id                  internal number
 * @param identifiant         login
 * @param nom                 displayed name
 * @param courriel            professional e-mail, or {@code null}
 * @param role                code of the role
 * @param partout             true when the account asks for the whole Département (the role decides: {@link Roles#perimetre})
 * @param territoires         territory ids
 * @param organisations       organisation ids
 * @param actif               false when the access was withdrawn
 * @param totpActif           true when a one-time code is asked
 * @param motDePasseAChanger  true when the password was given by the administration
 * @param version             version of its security when it was read: a session of another one is over
 */
public record Agent(long id, String identifiant, String nom, String courriel, String role, boolean partout, List<Integer> territoires,
    List<Integer> organisations, boolean actif, boolean totpActif, boolean motDePasseAChanger, long version) {

  /** The same account, as of a version read before. */
  public Agent enVersion(long version) {
    return new Agent(id, identifiant, nom, courriel, role, partout, territoires, organisations, actif, totpActif, motDePasseAChanger, version);
  }
}
