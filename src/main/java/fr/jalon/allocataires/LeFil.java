package fr.jalon.allocataires;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

  /** Up to that day, the latest first. */
  @Transactional(readOnly = true)
  public List<EvenementDuFil> de(long personneId, LocalDate au) {
    return leDernierDAbord(pieces.stream().filter(PanneauDossier::ouvert).flatMap(p -> p.evenements(personneId, au).stream()));
  }

  /** The one order of a timeline: the latest day first; of one day, as each room says it, what happened last first. */
  public static List<EvenementDuFil> leDernierDAbord(Stream<EvenementDuFil> evenements) {
    return evenements.sorted(Comparator.comparing(EvenementDuFil::jour).reversed()).toList();
  }
}
