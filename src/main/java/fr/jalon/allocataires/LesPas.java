package fr.jalon.allocataires;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of persons, of every room that this agent's role opens. */
@Service
public class LesPas {
  private final ObjectProvider<PanneauDossier> pieces;

  LesPas(ObjectProvider<PanneauDossier> pieces) {
    this.pieces = pieces;
  }

  /** What must be done for each or is planned with her, most pressing first, as the banner of her dossier says it; who is not there has nothing. */
  @Transactional(readOnly = true)
  public Map<Long, List<PasDuDossier>> de(Collection<Long> personnes) {
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    if (!personnes.isEmpty()) {
      pieces.stream().filter(PanneauDossier::ouvert)
          .forEach(p -> p.pas(personnes).forEach((id, siens) -> pas.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(siens)));
      pas.values().forEach(siens -> siens.sort(PasDuDossier.ORDRE));
    }
    return pas;
  }

  /** What colleagues ask of the agent at work by name, by person, most pressing first: she may follow none of them. */
  @Transactional(readOnly = true)
  public Map<Long, List<PasDuDossier>> pourMoi() {
    Map<Long, List<PasDuDossier>> pas = new HashMap<>();
    pieces.stream().filter(PanneauDossier::ouvert)
        .forEach(p -> p.pourMoi().forEach((id, siens) -> pas.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(siens)));
    pas.values().forEach(siens -> siens.sort(PasDuDossier.ORDRE));
    return pas;
  }
}
