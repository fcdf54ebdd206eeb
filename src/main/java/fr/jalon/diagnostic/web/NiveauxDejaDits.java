package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.application.Referentiels;
import fr.jalon.diagnostic.domaine.Critere;
import fr.jalon.diagnostic.domaine.Poids;
import fr.jalon.diagnostic.domaine.Referentiel;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.DiagnosticFait;
import fr.jalon.diagnostic.lecture.DiagnosticsDUnePersonne;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the entry diagnostic, or else the file of the caisse, already says of each theme: nobody is asked twice. */
@Component
class NiveauxDejaDits {
  private final Referentiels referentiels;
  private final DiagnosticsDUnePersonne diagnostics;

  NiveauxDejaDits(Referentiels referentiels, DiagnosticsDUnePersonne diagnostics) {
    this.referentiels = referentiels;
    this.diagnostics = diagnostics;
  }

  /** Level by theme: {@code SANS}, {@code MOYEN} or {@code FORT}; those of which nothing is known are absent. */
  Map<String, String> de(FaitsDeLaCaisse.Connue qui, Themes themes) {
    Referentiel referentiel = referentiels.aujourdhui();
    Reponses reponses = diagnostics.dernier(qui.id()).map(DiagnosticFait::reponses).orElseGet(() -> referentiel.preremplir(qui.faits()));
    Map<String, String> niveaux = new LinkedHashMap<>();
    for (Rubrique theme : themes.themes()) {
      Poids poids = referentiel.critere(String.valueOf(theme.critere())).map((Critere c) -> c.poids().get(String.valueOf(reponses.a(c.code()))))
          .orElse(null);
      if (poids != null) {
        niveaux.put(theme.code(), (poids == Poids.EMPECHANT ? Poids.FORT : poids).name());
      }
    }
    return niveaux;
  }
}
