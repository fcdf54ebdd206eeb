package fr.jalon.diagnostic;

import fr.jalon.diagnostic.application.ThemesDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne;
import fr.jalon.diagnostic.lecture.DiagnosticGlobal;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person works on, as the agent at work may read it: her freins with what is done about each, and the métier she wants. */
@Component
public class CeQuiSeTravaille {
  private static final String PROJET = "PROJET";
  private final DiagnosticGlobal diagnostics;
  private final ActionsDUnePersonne actions;
  private final ThemesDuDiagnostic themes;

  CeQuiSeTravaille(DiagnosticGlobal diagnostics, ActionsDUnePersonne actions, ThemesDuDiagnostic themes) {
    this.diagnostics = diagnostics;
    this.actions = actions;
    this.themes = themes;
  }

  /** An action planned or under way. @param code of the list, {@code null} when it was said freely */
  @DonneeDeSante
  public record Action(String code, String libelle) {}

  /** A frein at work. @param objectif code of the goal chosen, or {@code null} */
  @DonneeDeSante
  public record Frein(String theme, String libelle, boolean sante, String objectif, List<Action> actions) {}

  /** All of it. @param freins heaviest first; @param metier as she or the ROME calls it, {@code null} when she has none */
  @DonneeDeSante
  public record Travail(List<Frein> freins, String metier) {}

  /** That day. */
  @Transactional(readOnly = true)
  public Travail de(long personneId, LocalDate jour) {
    EtatDuDiagnostic etat = diagnostics.au(personneId, jour);
    List<ActionsDUnePersonne.Action> enRoute = actions.au(personneId, jour).stream().filter(a -> a.etat().ouverte()).toList();
    List<Frein> freins = etat.freinsOuverts().stream().flatMap(f -> themes.au(jour).rubrique(f.theme()).stream())
        .map(t -> new Frein(t.code(), t.libelle(), t.sante(), etat.reponses(t.code()).a("objectif"), enRoute.stream()
            .filter(a -> a.theme().equals(t.code())).map(a -> new Action(code(t, a.libelle()), a.libelle())).toList())).toList();
    return new Travail(freins, metier(etat));
  }

  /** An action is called by the label of its code, with a word more at times. */
  private static String code(Rubrique theme, String libelle) {
    return theme.actions().entrySet().stream().filter(c -> libelle.startsWith(c.getValue())).map(Map.Entry::getKey).findFirst().orElse(null);
  }

  private static String metier(EtatDuDiagnostic etat) {
    String rome = etat.reponses(PROJET).a("rome");
    // « G1602 Personnel de cuisine »: the code is for the list, not for her
    return rome == null ? etat.reponses(PROJET).a("metiers")
        : rome.lines().findFirst().orElse("").replaceFirst("^[A-N]\\d{4} ", "").toLowerCase(Locale.FRENCH);
  }
}
