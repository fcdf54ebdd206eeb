package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.domaine.Critere;
import fr.jalon.diagnostic.domaine.Recommandation;
import fr.jalon.diagnostic.domaine.Referentiel;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.socle.DonneeDeSante;
import java.util.List;

/**
 * What the rules say of some answers.
 *
 * @param recommandation {@code null} while an answer is missing
 * @param manquants      the criteria still to answer
 * @param source         text behind the rules
 */
@DonneeDeSante
public record VueDeRecommandation(Recommandation recommandation, List<Critere> manquants, String source) {
  static VueDeRecommandation de(Referentiel referentiel, Reponses reponses) {
    return new VueDeRecommandation(referentiel.recommander(reponses).orElse(null), referentiel.manquants(reponses), referentiel.source());
  }
}
