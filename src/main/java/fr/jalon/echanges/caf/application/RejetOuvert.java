package fr.jalon.echanges.caf.application;

import java.time.LocalDate;

/**
 * A reject waiting, with the file it comes from; its dossier is decrypted.
 *
 * @param ligne     line of what is wrong now
 * @param xml       the dossier as kept, lines included
 * @param reference reference date of the file
 * @param initial   true when the file was the first of its payer
 * @param remplace a send of the same month, written later, is loaded
 */
record RejetOuvert(long id, long importId, int ligne, String numeroDemande, String balise, String valeur, String raison, String xml, String correction,
    String format, String nature, String organisme, LocalDate reference, LocalDate recuLe, boolean initial, boolean remplace) {

  /** True for a dossier of beneficiaries; else its amounts. */
  boolean beneficiaires() {
    return format.startsWith("VRSB") || format.startsWith("VRSD");
  }
}
