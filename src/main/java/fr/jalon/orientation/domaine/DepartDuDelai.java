package fr.jalon.orientation.domaine;

import java.time.LocalDate;

/** From which day a Département counts one of its delays. */
public enum DepartDuDelai {
  /** The Département received the file of the CAF or the MSA. */
  RECEPTION,
  /**
   * The payer told the person that her right is open. Files do not give that day: their date of reference is taken, no later than which she knows.
   */
  NOTIFICATION_DU_DROIT,
  /** She entered: the date of reference of the file that shows her soumise with a payable right. */
  ENTREE;

  /** @param recuLe reception of the file; @param reference its date of reference */
  public LocalDate jour(LocalDate recuLe, LocalDate reference) {
    return this == RECEPTION ? recuLe : reference;
  }
}
