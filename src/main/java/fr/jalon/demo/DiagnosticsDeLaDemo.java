package fr.jalon.demo;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.diagnostic.application.EnregistrerDiagnostic;
import fr.jalon.diagnostic.application.Referentiels;
import fr.jalon.diagnostic.domaine.Critere;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.diagnostic.domaine.Referentiel;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;

/**
 * The entry diagnostics of the demonstration, registered through the same service as an agent's. Most lead to the pathway that is then
 * decided; where they do not, the agent says why. Drawn from the number of the person: the same each time.
 */
@Component
class DiagnosticsDeLaDemo {
  /** Share of the orientations that follow the recommendation, in per cent. */
  private static final int ACCORD = 85;
  private static final int ESSAIS = 60;
  private static final List<String> MOTIFS = List.of("La personne préfère commencer par un accompagnement plus proche.",
      "Une place est libre tout de suite dans ce parcours.",
      "Le projet est déjà construit avec un conseiller.", "Situation en train de changer, revue avec la personne.");
  private final EnregistrerDiagnostic enregistrer;
  private final Referentiels referentiels;
  private final Recommandations recommandations;

  DiagnosticsDeLaDemo(EnregistrerDiagnostic enregistrer, Referentiels referentiels, Recommandations recommandations) {
    this.enregistrer = enregistrer;
    this.referentiels = referentiels;
    this.recommandations = recommandations;
  }

  /**
   * Registers the diagnostic that precedes an orientation.
   *
   * @return the orientation, with the reason of the agent when it is not what the diagnostic recommends
   */
  NouvelleOrientation avant(NouvelleOrientation o) {
    Random hasard = new Random(o.personneId());
    Parcours vise = hasard.nextInt(100) < ACCORD ? o.parcours() : Parcours.values()[hasard.nextInt(Parcours.values().length)];
    Parcours recommande = faire(o.personneId(), vise, hasard);
    return recommande == o.parcours() ? o : o.malgreLaRecommandation(MOTIFS.get(hasard.nextInt(MOTIFS.size())));
  }

  private Parcours faire(long personne, Parcours vise, Random hasard) {
    Referentiel referentiel = referentiels.aujourdhui();
    Reponses reponses = tirer(referentiel, vise, hasard);
    for (int i = 0; i < ESSAIS && referentiel.recommander(reponses).orElseThrow().parcours() != vise; i++) {
      reponses = tirer(referentiel, vise, hasard);
    }
    return enregistrer.executer(personne, recommandations.derniere(personne).map(Recommandations.Faite::diagnosticId).orElse(null), reponses)
        .orElseThrow().parcours();
  }

  /** Answers at random; the nearer to work the pathway aimed at, the fewer the difficulties. */
  private static Reponses tirer(Referentiel referentiel, Parcours vise, Random hasard) {
    int difficultes = vise == Parcours.PROFESSIONNEL ? 5 : vise == Parcours.SOCIOPROFESSIONNEL ? 15 : 35;
    Map<String, String> reponses = new LinkedHashMap<>();
    for (Critere c : referentiel.criteres()) {
      List<String> possibles = new ArrayList<>(c.reponses().keySet());
      boolean sans = c.estUneDifficulte() && hasard.nextInt(100) >= difficultes;
      if (!c.facultatif()) {
        reponses.put(c.code(), sans ? possibles.getFirst() : possibles.get(hasard.nextInt(possibles.size())));
      }
    }
    return new Reponses(reponses);
  }
}
