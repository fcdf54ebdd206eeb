package fr.jalon.orientation.domaine;

import fr.jalon.allocataires.constat.Mouvement.Situation;

/** Where a person stands towards the droits et devoirs. */
public enum Position {
  /** Open and payable right, and soumise aux droits et devoirs: to be accompanied (L. 262-28). */
  SOUMISE,
  /** Open and payable right, but not soumise. */
  NON_SOUMISE,
  /** Right suspended, or claim waiting for a decision. */
  SUSPENDUE,
  /** Right closed or refused, or in no foyer any more. */
  FERMEE;

  /** @param situation {@code null} when the person is in no foyer */
  public static Position de(Situation situation) {
    if (situation == null || situation.ferme()) {
      return FERMEE;
    }
    if (!situation.versable()) {
      return SUSPENDUE;
    }
    return situation.sdd() ? SOUMISE : NON_SOUMISE;
  }
}
