package fr.jalon.allocataires;

import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rooms that this agent's role opens say of a person over time: the sentences of the timeline of her dossier. */
@Service
public class LeFil {
  private final ObjectProvider<PanneauDossier> pieces;

  LeFil(ObjectProvider<PanneauDossier> pieces) {
    this.pieces = pieces;
  }

  /** Up to that day, in any order. */
  @Transactional(readOnly = true)
  public List<EvenementDuFil> de(long personneId, LocalDate au) {
    return pieces.stream().filter(PanneauDossier::ouvert).flatMap(p -> p.evenements(personneId, au).stream()).toList();
  }
}
