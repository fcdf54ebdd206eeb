package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.flux.EnTete;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A reject waiting, with the file it comes from; its dossier is decrypted.
 *
 * @param ligne     line of what is wrong now
 * @param xml       the dossier as kept, lines included
 * @param reference reference date of the file
 * @param initial   true when the file was the first of its payer
 * @param creation  when the file was written, or {@code null}
 */
record RejetOuvert(long id, long importId, int ligne, String numeroDemande, String balise, String valeur, String raison,
    String xml, String correction,
    String format, String nature, String organisme, LocalDate reference, LocalDate recuLe, boolean initial, LocalDateTime creation) {

  /** True for a dossier of beneficiaries; else its amounts. */
  boolean beneficiaires() {
    return tete().beneficiaires();
  }

  /** What its file said of itself. */
  EnTete tete() {
    return new EnTete(format, nature, null, reference, creation);
  }
}
