package fr.jalon.handicap.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.NouvelleReponse;
import fr.jalon.handicap.domaine.SensDeLaReponse;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was typed of the answers: a day, and for each right fields of its own, {@code sens-RQTH}, {@code depuis-RQTH}. */
public record FormulaireDeReponses(String decideeLe, Map<String, String> champs) {
  /** Absent texts are empty. */
  public FormulaireDeReponses {
    decideeLe = FormulaireMdph.propre(decideeLe);
    Map<String, String> propres = new HashMap<>();
    champs.forEach((nom, texte) -> propres.put(nom, FormulaireMdph.propre(texte)));
    champs = Map.copyOf(propres);
  }

  static FormulaireDeReponses vide() {
    return new FormulaireDeReponses("", Map.of());
  }

  /** What a field holds. */
  public String texte(String nom, DroitMdph droit) {
    return champs.getOrDefault(nom + "-" + droit.name(), "");
  }

  LocalDate jour() {
    return DatesPlausibles.lireOuRien(decideeLe);
  }

  /** Those that say something. @throws fr.jalon.socle.SaisieRefusee a day cannot be read */
  List<NouvelleReponse> reponses() {
    Fautes fautes = new Fautes();
    List<NouvelleReponse> lues = Arrays.stream(DroitMdph.values()).map(d -> {
      SensDeLaReponse sens = FormulaireMdph.parmi(SensDeLaReponse.class, texte("sens", d));
      return sens == null ? null : new NouvelleReponse(d, sens, DatesPlausibles.facultatif("depuis-" + d.name(), texte("depuis", d), fautes),
          DatesPlausibles.facultatif("jusquAu-" + d.name(), texte("jusquAu", d), fautes), !texte("sansLimite", d).isEmpty());
    }).filter(Objects::nonNull).toList();
    fautes.lever();
    return lues;
  }
}
