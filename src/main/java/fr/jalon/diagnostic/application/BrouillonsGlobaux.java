package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.habilitations.SaisiesEnCours;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What each agent began to type in a global diagnostic, part by part, kept at each answer. */
@Service
public class BrouillonsGlobaux {
  static final SaisiesEnCours.Registre REGISTRE = new SaisiesEnCours.Registre("diagnostic.brouillon_global", true);
  private final SaisiesEnCours saisies;

  BrouillonsGlobaux(SaisiesEnCours saisies) {
    this.saisies = saisies;
  }

  /** The draft of the agent at work: every field of each part, by part; empty when she began nothing. */
  public Map<String, Reponses> miens(long personneId) {
    Map<String, Reponses> miens = new LinkedHashMap<>();
    saisies.miennes(REGISTRE, personneId).forEach((rubrique, champs) -> miens.put(rubrique, new Reponses(champs)));
    return miens;
  }

  /** Keeps one part, in place of what was kept of it. @param champs every field of the form, what was seen included */
  public void garder(long personneId, Rubrique r, Reponses champs) {
    saisies.garder(REGISTRE, personneId, r.code(), r.sante(), champs.parCritere());
  }

  /** Empties it: what was typed is registered. */
  public void effacer(long personneId) {
    saisies.effacer(REGISTRE, personneId);
  }
}
