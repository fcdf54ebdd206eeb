package fr.jalon.orientation;

import fr.jalon.allocataires.SituationsChangees;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.orientation.application.ExaminerMouvements;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door of the new entrants: the loader of files brings what changed for persons, and learns how many must be oriented. */
@Component
public class NouveauxEntrants {
  private final ExaminerMouvements examen;
  private final ApplicationEventPublisher evenements;

  NouveauxEntrants(ExaminerMouvements examen, ApplicationEventPublisher evenements) {
    this.examen = examen;
    this.evenements = evenements;
  }

  /**
   * Finds the new entrants (annexe 4 §4) and opens their deadline (D. 262-65-2 CASF, counted from the day of reception); suspends, resumes
   * or closes the entries and follow-ups whose right moved; tells who planned something for the others. Called inside the loader's transaction
   * (loading door), once the facts of the batch are written.
   *
   * @param constat    the file
   * @param mouvements what it changed, some thousands at a time; the same movement examined twice changes nothing
   * @return number of new entrants
   */
  public int examiner(Constat constat, List<Mouvement> mouvements) {
    List<Long> sansDroit = mouvements.stream().filter(m -> m.apres() == null || !m.apres().versable()).map(Mouvement::personneId).distinct().toList();
    if (!sansDroit.isEmpty()) {
      evenements.publishEvent(new SituationsChangees(sansDroit));
    }
    return examen.executer(constat, mouvements);
  }
}
