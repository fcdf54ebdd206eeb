package fr.jalon.courriers.impression;

import fr.jalon.courriers.domaine.Entete;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.socle.RefusMetier;
import java.time.LocalDate;

/**
 * A letter to be laid out.
 *
 * @param numero       printed, with its check digit; {@code null} for a preview
 * @param destinataire first line of the envelope
 * @param adresse      lines, then post code and town
 * @param contenu      merged HTML, well formed
 * @param personneId   whom it is written to, {@code null} for an invented person
 */
public record Lettre(String numero, LocalDate le, String objet, String destinataire, String adresse, String contenu, Entete entete,
    @PersonneMontree Long personneId) {
  /** The address as printed. @throws RefusMetier when it does not hold in the window of the envelope: the letter is not printable */
  public BlocAdresse bloc() {
    return BlocAdresse.de(destinataire, adresse).orElseThrow(
        () -> new RefusMetier("ADRESSE_TROP_LONGUE", (numero == null ? "" : "Lettre n° " + numero + " : ") + BlocAdresse.TROP_LONGUE));
  }
}
