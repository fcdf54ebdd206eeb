package fr.jalon.rendezvous.application;

import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.socle.RefusMetier;

/**
 * The right of a person to convoke, as the files tell it; nothing for who came by a spreadsheet.
 *
 * @param foyerId her foyer, {@code null} when no file tells one
 * @param etat    code of the right, {@code null} without foyer
 */
record DroitConnu(Long foyerId, String etat) {
  /** Joins to a person {@code p} her best right {@code x}: an open one before any other, then the latest. */
  static final String JOINTURE = """
      left join lateral (select d.etat, d.foyer_id from allocataires.membre m
        join allocataires.droit d on d.foyer_id = m.foyer_id and d.jusqua = 'infinity' and d.oublie_le = 'infinity'
        where m.personne_id = p.id and m.adulte and m.jusqua = 'infinity' and m.oublie_le = 'infinity'
        order by d.etat in ('2', '3', '4') desc, d.depuis desc limit 1) x on true
      """;

  /** @throws RefusMetier when the right is closed, refused, or no longer in the payer's file */
  void verifierOuvert() {
    if (foyerId != null && new Mouvement.Situation(etat, false, null, foyerId).ferme()) {
      throw new RefusMetier("DROIT_CLOS", "Le droit au RSA de cette personne est fermé : elle n'est pas à convoquer.", "L. 262-29 CASF");
    }
  }
}
