package fr.jalon.engagement.application;

import fr.jalon.engagement.ActiviteRealisee;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where an hour comes from, as shown: what people write, and what other rooms prove. */
@Component
public class SourcesDHeures {
  private final Map<String, String> libelles = new HashMap<>(Map.of("REFERENT", "Saisie", "OPERATEUR", "Opérateur d'actions",
      "API", "Application d'un partenaire", "REPRISE", "Reprise d'un tableur", "PERSONNE", "Dite par la personne"));

  SourcesDHeures(List<ActiviteRealisee> prouvees) {
    prouvees.forEach(p -> libelles.put(p.source(), p.libelle()));
  }

  /** By code. */
  public Map<String, String> libelles() {
    return Map.copyOf(libelles);
  }
}
