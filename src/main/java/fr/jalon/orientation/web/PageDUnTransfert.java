package fr.jalon.orientation.web;

import fr.jalon.courriers.LettresDUnActe;
import fr.jalon.ecran.Refus;
import fr.jalon.orientation.lecture.Transferts.Passee;
import fr.jalon.orientation.lecture.Transferts.Restee;
import fr.jalon.orientation.lecture.Transferts.Transfert;
import java.util.List;

/**
 * A portfolio that changed organisation, and what undoes it.
 *
 * @param passees some of those who passed, by name
 * @param restees those who did not, and why
 * @param lettres what waits to be printed of it, {@code null} while it runs
 * @param raison  what was typed to undo it
 */
public record PageDUnTransfert(Transfert transfert, List<Passee> passees, List<Restee> restees, LettresDUnActe lettres, String raison, Refus refus) {
  /** How many of those who passed are not on this page. */
  public int autres() {
    return transfert.passees() + transfert.rendues() - passees.size();
  }
}
