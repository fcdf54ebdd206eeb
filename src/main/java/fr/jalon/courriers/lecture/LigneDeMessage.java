package fr.jalon.courriers.lecture;

import fr.jalon.courriers.Canal;
import fr.jalon.courriers.domaine.EtatMessage;
import fr.jalon.courriers.domaine.MotifDeRetour;
import fr.jalon.courriers.domaine.NumeroDeLettre;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;

/**
 * A message as a list shows it.
 *
 * @param le       date it bears
 * @param vers     number or e-mail address; {@code null} for a letter
 * @param raison   why it did not leave, or {@code null}
 * @param renvoiDe the message it sends again, or {@code null}
 * @param renvoye  true when another message sends it again
 */
public record LigneDeMessage(long id, String modele, Canal canal, LocalDate le, EtatMessage etat, LocalDate depuis, @PersonneMontree long personneId,
    String nom, String prenom,
    String adresse, String codePostal, String ville, String vers, Long lotId, LocalDate envoyeLe, MotifDeRetour retour, String raison, Long renvoiDe,
    boolean renvoye, String territoire) {
  /** As printed on the letter. */
  public String numero() {
    return NumeroDeLettre.de(id);
  }

  /** The channel in a word. */
  public String canalEnClair() {
    return canal.libelle();
  }

  /** Bootstrap icon of the channel. */
  public String icone() {
    return switch (canal) {
      case LETTRE -> "envelope";
      case SMS -> "phone";
      case COURRIEL -> "at";
    };
  }
}
