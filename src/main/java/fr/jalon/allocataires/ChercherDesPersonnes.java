package fr.jalon.allocataires;

import fr.jalon.allocataires.lecture.Recherche;
import java.util.List;
import org.springframework.stereotype.Component;

/** The door of the search: what may be typed in the search box finds the same persons from any page. */
@Component
public class ChercherDesPersonnes {
  private final Recherche recherche;

  ChercherDesPersonnes(Recherche recherche) {
    this.recherche = recherche;
  }

  /** Of the agent's perimeter, by name. @param q names, birth date, numbers, telephone or e-mail, in any order; @param limite at most so many */
  public List<PersonneTrouvee> parmiLesMiennes(String q, int limite) {
    return recherche.chercher(q, limite);
  }
}
