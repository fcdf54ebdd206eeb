package fr.jalon.engagement.application;

import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic.Frein;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.engagement.domaine.Modeles;
import fr.jalon.engagement.domaine.Modeles.Proposition;
import fr.jalon.socle.DonneeDeSante;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What a first contract says, from what is already known: one objective for each frein at work, with the actions planned or under way on it, then her
 * project. What the agent may not read of her diagnostic is not proposed.
 */
@Component
class ProposerLesObjectifs {
  private static final String PROJET = "PROJET";
  private final DiagnosticGlobal diagnostics;
  private final ActionsDUnePersonne actions;
  private final ThemesDuDiagnostic themes;
  private final LeReferentiel referentiel;

  ProposerLesObjectifs(DiagnosticGlobal diagnostics, ActionsDUnePersonne actions, ThemesDuDiagnostic themes, LeReferentiel referentiel) {
    this.diagnostics = diagnostics;
    this.actions = actions;
    this.themes = themes;
    this.referentiel = referentiel;
  }

  /** An action proposed. */
  record Action(String libelle, String activite, BigDecimal heures) {}

  /** An objective proposed. @param theme {@code null} for the project */
  @DonneeDeSante
  record Objectif(String theme, boolean sante, String texte, List<Action> actions) {}

  List<Objectif> pour(long personneId, LocalDate jour) {
    Modeles modeles = referentiel.modeles();
    EtatDuDiagnostic etat = diagnostics.au(personneId, jour);
    List<ActionsDUnePersonne.Action> enRoute = actions.au(personneId, jour).stream().filter(a -> a.etat().ouverte()).toList();
    List<Objectif> proposes = new ArrayList<>();
    for (Frein f : etat.freinsOuverts()) {
      themes.au(jour).rubrique(f.theme()).ifPresent(t -> proposes.add(new Objectif(t.code(), t.sante(),
          modeles.objectif(t.code(), etat.reponses(t.code()).a("objectif"), t.libelle()), actions(t, enRoute, modeles))));
    }
    String metier = metier(etat);
    proposes.add(new Objectif(null, false, metier == null ? modeles.projet() : modeles.projetChoisi().formatted(metier), List.of()));
    return proposes;
  }

  private static List<Action> actions(Rubrique theme, List<ActionsDUnePersonne.Action> enRoute, Modeles modeles) {
    Proposition p = modeles.activite(theme.code());
    Map<String, String> codes = theme.actions();
    return enRoute.stream().filter(a -> a.theme().equals(theme.code())).map(a -> new Action(a.libelle(), p.genreDe(codes.entrySet().stream()
        .filter(c -> a.libelle().startsWith(c.getValue())).map(Map.Entry::getKey).findFirst().orElse(null)), p.heures())).toList();
  }

  /** The métier she wants most, as she or the ROME calls it; {@code null} when she has none. */
  private static String metier(EtatDuDiagnostic etat) {
    String rome = etat.reponses(PROJET).a("rome");
    if (rome != null) {
      // « G1602 Personnel de cuisine »: the code is for the list, not for her
      return rome.lines().findFirst().orElse("").replaceFirst("^[A-N]\\d{4} ", "").toLowerCase(java.util.Locale.FRENCH);
    }
    return etat.reponses(PROJET).a("metiers");
  }
}
