package fr.jalon.rendezvous;

import java.time.LocalTime;

/**
 * What an agent says of a session, its days apart.
 *
 * @param lieuId     id of the place, {@code null} when none is chosen
 * @param debut      {@code null} when it is not said, as {@code fin}
 * @param capacite   places, {@code null} = the room's; 0 when it is not a number
 * @param animateur  who leads it, or {@code null}
 * @param langues    languages spoken or translated, or {@code null}
 */
public record SaisieDeSession(Integer lieuId, LocalTime debut, LocalTime fin, Integer capacite, String animateur,
    String langues, String commentaire) {
  /** Blank texts are absent. */
  public SaisieDeSession {
    animateur = net(animateur);
    langues = net(langues);
    commentaire = net(commentaire);
  }

  private static String net(String texte) {
    return texte == null || texte.isBlank() ? null : texte.strip();
  }
}
