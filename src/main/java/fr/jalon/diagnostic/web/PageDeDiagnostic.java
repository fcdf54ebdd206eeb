package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.application.DiagnosticChange;
import fr.jalon.diagnostic.domaine.Critere;
import fr.jalon.diagnostic.domaine.Referentiel;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.socle.DonneeDeSante;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form of a diagnostic.
 *
 * @param vu         diagnostic shown, {@code null} when there was none
 * @param duFichier  criteria whose answer comes from the file of the CAF or the MSA
 * @param information a sentence to read first (a draft taken up again), or {@code null}
 * @param refus      sentence of a refusal, or {@code null}
 * @param changes    what another agent changed meanwhile
 * @param orientable true when the agent may record an orientation
 */
@DonneeDeSante
public record PageDeDiagnostic(FaitsDeLaCaisse.Connue personne, Referentiel referentiel, Reponses reponses, Long vu, Set<String> duFichier,
    VueDeRecommandation recommandation, String information, String refus, List<DiagnosticChange.Difference> changes, boolean orientable) {

  /** The criteria by heading, in the order asked. */
  public Map<String, List<Critere>> groupes() {
    Map<String, List<Critere>> groupes = new LinkedHashMap<>();
    referentiel.criteres().forEach(c -> groupes.computeIfAbsent(c.groupe(), _ -> new java.util.ArrayList<>()).add(c));
    return groupes;
  }
}
