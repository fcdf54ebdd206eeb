package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic.Frein;
import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Rubrique.Champ;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne.Action;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.ecran.Refus;
import fr.jalon.socle.DonneeDeSante;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The page of a global diagnostic.
 *
 * @param le          day of the interview as typed
 * @param valeurs     what each part holds, its hidden fields included
 * @param present     what there is now
 * @param preremplis  themes whose level comes from the entry diagnostic or the file
 * @param sante       true when the agent may read what weighs on health
 * @param information a sentence to read first, or {@code null}
 * @param changements what a colleague changed meanwhile
 */
@DonneeDeSante
public record PageDeDiagnosticGlobal(FaitsDeLaCaisse.Connue personne, Themes themes, String le, Map<String, Reponses> valeurs,
    EtatDuDiagnostic present, Set<String> preremplis, boolean sante, List<Action> actions, String information, Refus refus,
    List<String> changements) {

  /** What a field holds, never {@code null}. */
  public String valeur(Rubrique r, String champ) {
    String v = valeurs.getOrDefault(r.code(), Reponses.AUCUNE).a(champ);
    return v == null ? "" : v;
  }

  /** What one of several fields holds, never {@code null}. @param i from 1 */
  public String ligne(Rubrique r, Champ champ, int i) {
    return valeur(r, champ.code()).lines().skip(i - 1L).findFirst().orElse("");
  }

  /** True when a box is ticked. */
  public boolean coche(Rubrique r, Champ champ, String code) {
    return Arrays.asList(valeur(r, champ.code()).split(" ")).contains(code);
  }

  /** The frein of a theme, or {@code null}. */
  public Frein frein(Rubrique r) {
    return present.freins().get(r.code());
  }

  /** The actions of a theme under way. */
  public List<Action> enRoute(Rubrique r) {
    return actions.stream().filter(a -> a.theme().equals(r.code()) && a.etat().ouverte()).toList();
  }

  /** How many themes have been looked at, of those this agent may read. */
  public long vus() {
    return themes.themes().stream().filter(t -> present.constats().containsKey(t.code())).count();
  }

  /** True when something of it is known. */
  public boolean dite(Rubrique r) {
    return r.champs().stream().anyMatch(c -> !valeur(r, c.code()).isEmpty());
  }

  /** True when a part is shown whole whatever its level: something is at fault in it. */
  public boolean enFaute(Rubrique r) {
    return refus.fautes().keySet().stream().anyMatch(c -> c.startsWith(r.code() + "-"));
  }
}
