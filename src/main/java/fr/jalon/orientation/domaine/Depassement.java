package fr.jalon.orientation.domaine;

/**
 * Somebody accepts by name that a référent goes over her capacity.
 *
 * @param acceptePar name of who accepts, not blank
 * @param raison     why, not blank
 */
public record Depassement(String acceptePar, String raison) {
  /** @return {@code null} when one of the two is blank */
  public static Depassement de(String acceptePar, String raison) {
    return acceptePar == null || acceptePar.isBlank() || raison == null
        || raison.isBlank() ? null : new Depassement(acceptePar.strip(), raison.strip());
  }
}
