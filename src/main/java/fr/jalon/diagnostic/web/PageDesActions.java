package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.domaine.EtatAction;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne.Action;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.DonneeDeSante;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The actions of a person, theme by theme.
 *
 * @param nouvelles what was typed and refused, {@code null} otherwise
 * @param sante     true when the agent may read what weighs on health
 */
@DonneeDeSante
public record PageDesActions(FaitsDeLaCaisse.Connue personne, Themes themes, EtatDuDiagnostic etat, List<Action> actions,
    FormulaireDAction formulaire,
    FormulaireDeNouvelles nouvelles, boolean sante, LocalDate aujourdhui, Refus refus) {

  /** The themes to show: a frein at work, the heaviest first, then those where something is or was done. */
  public List<Rubrique> montres() {
    List<String> ouverts = etat.freinsOuverts().stream().map(EtatDuDiagnostic.Frein::theme).toList();
    return themes.themes().stream().filter(t -> ouverts.contains(t.code()) || actions.stream().anyMatch(a -> a.theme().equals(t.code())))
        .sorted(Comparator.comparing(t -> ouverts.contains(t.code()) ? ouverts.indexOf(t.code()) : ouverts.size())).toList();
  }

  /** Those in which an action may be planned: the ones shown first. */
  public List<Rubrique> proposes() {
    List<Rubrique> montres = montres();
    return Stream.concat(montres.stream(), themes.themes().stream().filter(t -> !montres.contains(t))).filter(t -> !t.sante() || sante).toList();
  }

  /** The actions of a theme. */
  public List<Action> de(Rubrique theme) {
    return actions.stream().filter(a -> a.theme().equals(theme.code())).toList();
  }

  /** Where an action may go from here, where it is first. */
  public List<EtatAction> suites(Action a) {
    return Stream.of(EtatAction.values()).filter(e -> e == a.etat() || a.etat().suivants().contains(e))
        .sorted(Comparator.comparing(e -> e != a.etat())).toList();
  }

  /** True when this is the action whose news were refused. */
  public boolean refusee(Action a) {
    return nouvelles != null && nouvelles.action() == a.id();
  }

  /** True when the refusal is about the action to plan. */
  public boolean refusDeLaNouvelle() {
    return nouvelles == null;
  }
}
