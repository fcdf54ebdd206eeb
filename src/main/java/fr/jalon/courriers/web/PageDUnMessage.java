package fr.jalon.courriers.web;

import fr.jalon.courriers.application.RenvoyerUnMessage;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.lecture.UnMessage;
import java.time.LocalDate;

/**
 * The page of a message.
 *
 * @param vers     where a new sending would go, as known today or as typed
 * @param raison   reason typed, empty at first
 * @param refus    why the sending was refused, or {@code null}
 * @param renvoyable true when it may be sent again
 * @param lotVisible true when the agent sees the whole batch it is in
 */
public record PageDUnMessage(UnMessage.Lu lu, String modele, RenvoyerUnMessage.Vers vers, String raison, String refus,
    LocalDate aujourdhui, boolean renvoyable,
    boolean lotVisible) {
  /** True when this state may follow. */
  public boolean peut(EtatMessage vers) {
    return lu.ligne().etat().suivants().contains(vers);
  }

  /** A state as shown, from its name. */
  public static String etat(String nom) {
    return EtatMessage.valueOf(nom).libelle();
  }
}
