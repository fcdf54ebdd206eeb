package fr.jalon.engagement;

import fr.jalon.engagement.application.NoterUneHeure;
import fr.jalon.engagement.domaine.Jauge;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.lecture.HeuresDUnePersonne;
import fr.jalon.journal.Journal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door by which applications of partners tell the hours done by the persons they follow, and read their weeks. Nothing of health. */
@Service
public class HeuresDesApplications {
  private final NoterUneHeure noter;
  private final HeuresDUnePersonne heures;
  private final Journal journal;

  HeuresDesApplications(NoterUneHeure noter, HeuresDUnePersonne heures, Journal journal) {
    this.noter = noter;
    this.heures = heures;
    this.journal = journal;
  }

  /** What came of one hour. @param numero of the row; @param deja true when it was written by an earlier sending of the same key */
  public record Notee(long numero, boolean deja) {}

  /**
   * Writes one, once.
   *
   * @param cle number that the application gave it
   * @throws fr.jalon.socle.RefusMetier those of the screen, and that of a key that served for something else
   */
  @Transactional
  public Notee noter(long personneId, LocalDate jour, String activite, int minutes, UUID cle) {
    return noter.executer(personneId, jour, activite, minutes, cle, "API");
  }

  /** The weeks of a person as counted, the latest first. The reading is written on her. @param combien at most */
  @Transactional(readOnly = true)
  public List<Jauge> semaines(long personneId, LocalDate jusquAu, int combien) {
    journal.annoncer("CONSULTATION", personneId, null, "Heures d'activité par l'API");
    return heures.semaines(personneId, Semaine.de(jusquAu), combien);
  }
}
