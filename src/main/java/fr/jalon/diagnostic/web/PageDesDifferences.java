package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.ActionsDUnePersonne.Action;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.DonneeDeSante;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What changed in the global diagnostic of a person between two days, to read and to print. @param sante false when health is not told */
@DonneeDeSante
public record PageDesDifferences(FaitsDeLaCaisse.Connue personne, Themes themes, EtatDuDiagnostic avant, EtatDuDiagnostic apres,
    List<Action> actionsAvant, List<Action> actionsApres, boolean sante) {

  /** One sentence for each part that changed: « Mobilité. Le 3 mars : fort. Le 2 juin : fort, levé en partie. » */
  public List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (Rubrique r : themes.rubriques()) {
      String debut = enMots(r, avant);
      String fin = enMots(r, apres);
      if (debut.equals(fin) && r.theme() && !avant.reponses(r.code()).equals(apres.reponses(r.code()))) {
        phrases.add("%s, toujours %s : les situations, ses paroles ou son objectif ont changé.".formatted(r.libelle(), fin));
      }
      if (!debut.equals(fin)) {
        phrases.add("%s. Le %s : %s. Le %s : %s.".formatted(r.libelle(), Francais.date(avant.au()), debut, Francais.date(apres.au()), fin));
      }
    }
    for (Action a : actionsApres) {
      Action debut = actionsAvant.stream().filter(x -> x.id() == a.id()).findFirst().orElse(null);
      if (debut == null || debut.etat() != a.etat()) {
        phrases.add("%s, « %s » : %s le %s%s.".formatted(themes.rubrique(a.theme()).map(Rubrique::libelle).orElse(a.theme()), a.libelle(),
            a.etat().libelle().toLowerCase(Locale.FRENCH), Francais.date(a.depuis()),
            debut == null ? "" : ", " + debut.etat().libelle().toLowerCase(Locale.FRENCH) + " auparavant"));
      }
    }
    return phrases;
  }

  private static String enMots(Rubrique r, EtatDuDiagnostic etat) {
    if (r.theme()) {
      return etat.enMots(r);
    }
    List<String> dits = r.champs().stream().filter(c -> etat.reponses(r.code()).a(c.code()) != null)
        .map(c -> c.libelle() + " : " + c.enClair(etat.reponses(r.code()).a(c.code()))).toList();
    return dits.isEmpty() ? "rien n'était dit" : String.join(" ; ", dits);
  }
}
