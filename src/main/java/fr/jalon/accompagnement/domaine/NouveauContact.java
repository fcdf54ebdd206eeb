package fr.jalon.accompagnement.domaine;

import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A contact to note, as read from a form: {@code null} where nothing is, or what is cannot be read.
 *
 * @param presence PRESENTE, EXCUSEE or ABSENTE
 * @param motif    why she is excused, else ignored
 * @param duree    minutes, {@code null} when it was not said
 * @param dit      what was said, may be empty; @param decide what was decided, may be empty
 * @param cle      number of the form: sent twice, it is written once
 */
public record NouveauContact(long personneId, LocalDate le, GenreDeContact genre, EtatEntretien presence, Empechement motif, String duree,
    String dit, String decide, UUID cle) {
  private static final int DIT = 4000;
  private static final int DECIDE = 2000;
  private static final int MINUTES = 600;

  /** @throws fr.jalon.socle.SaisieRefusee with every field that is wrong */
  public void verifier(LocalDate aujourdhui) {
    new Fautes()
        .exiger(le != null, "le", "JOUR_DU_CONTACT", "Indiquez le jour du contact.")
        .exiger(le == null || !le.isAfter(aujourdhui), "le", "CONTACT_A_VENIR",
            "Ce jour n'est pas encore arrivé. Pour un rendez-vous à venir, donnez-le dans l'agenda.")
        .exiger(genre != null, "genre", "GENRE_DU_CONTACT", "Dites comment le contact a eu lieu.")
        .exiger(presence != null && presence.pointee(), "presence", "PRESENCE_DU_CONTACT", "Dites si la personne était là.")
        .exiger(presence != EtatEntretien.EXCUSEE || motif != null, "motif", "EXCUSE_SANS_RAISON", "Choisissez la raison de l'absence.")
        .exiger(duree.isEmpty() || minutes() != null, "duree", "DUREE_DU_CONTACT", "Écrivez la durée en minutes, de 1 à %d.".formatted(MINUTES))
        .exiger(dit.length() <= DIT, "dit", "NOTE_TROP_LONGUE", "Cette note est trop longue : %d caractères au plus.".formatted(DIT))
        .exiger(decide.length() <= DECIDE, "decide", "DECISION_TROP_LONGUE", "C'est trop long : %d caractères au plus.".formatted(DECIDE))
        .lever();
  }

  /** The duration, {@code null} when it was not said or is not one. */
  public Integer minutes() {
    if (!duree.matches("\\d{1,3}")) {
      return null;
    }
    int minutes = Integer.parseInt(duree);
    return minutes >= 1 && minutes <= MINUTES ? minutes : null;
  }
}
