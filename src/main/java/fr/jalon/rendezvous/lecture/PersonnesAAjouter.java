package fr.jalon.rendezvous.lecture;

import fr.jalon.allocataires.ChercherDesPersonnes;
import fr.jalon.allocataires.PersonneTrouvee;
import java.util.List;
import org.springframework.stereotype.Component;

/** Persons looked for by name or number, to add one to a session or give her a slot. */
@Component
public class PersonnesAAjouter {
  private static final int LIMITE = 12;
  private final ChercherDesPersonnes chercher;

  PersonnesAAjouter(ChercherDesPersonnes chercher) {
    this.chercher = chercher;
  }

  /** @param q parts of a name or a number, in any order; at most twelve persons of the agent's perimeter */
  public List<PersonneTrouvee> chercher(String q) {
    return q == null || q.isBlank() ? List.of() : chercher.parmiLesMiennes(q, LIMITE);
  }
}
