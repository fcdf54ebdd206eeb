package fr.jalon.diagnostic.web;

import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.domaine.Themes;
import fr.jalon.diagnostic.lecture.FaitsDeLaCaisse;
import fr.jalon.ecran.Francais;
import fr.jalon.socle.DonneeDeSante;
import java.util.ArrayList;
import java.util.List;

/** What changed in the global diagnostic of a person between two days, to read and to print. @param sante false when health is not told */
@DonneeDeSante
public record PageDesDifferences(FaitsDeLaCaisse.Connue personne, Themes themes, EtatDuDiagnostic avant, EtatDuDiagnostic apres, boolean sante) {

  /** One sentence for each part that changed: « Mobilité. Le 3 mars : fort. Le 2 juin : fort, levé en partie. » */
  public List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (Rubrique r : themes.rubriques()) {
      String debut = enMots(r, avant);
      String fin = enMots(r, apres);
      if (!debut.equals(fin)) {
        phrases.add("%s. Le %s : %s. Le %s : %s.".formatted(r.libelle(), Francais.date(avant.au()), debut, Francais.date(apres.au()), fin));
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
