package fr.jalon.orientation.application;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.domaine.affectation.Explication;
import fr.jalon.orientation.domaine.affectation.Grille;
import fr.jalon.orientation.lecture.PersonnesAAffecter;
import fr.jalon.structures.Structures;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The best référents for one person, with the reasons, and those who would have been better but are full. */
@Service
public class ProposerReferents {
  private static final int PROPOSES = 4;
  private final PersonnesAAffecter personnes;
  private final Portefeuilles portefeuilles;
  private final Structures structures;

  ProposerReferents(PersonnesAAffecter personnes, Portefeuilles portefeuilles, Structures structures) {
    this.personnes = personnes;
    this.portefeuilles = portefeuilles;
    this.structures = structures;
  }

  /** One référent. @param complet true when she has no place left: she is shown so that one knows, not proposed */
  public record Proposition(Candidat candidat, String pourquoi, boolean complet) {
    /** Value in the form of the orientation. */
    public String valeur() {
      return candidat.organisation().id() + "-" + candidat.referent().id();
    }
  }

  /** @return the best first, at most four with room; empty when the person is out of the perimeter or nobody may follow her */
  @Transactional(readOnly = true)
  public List<Proposition> pour(long personneId, Parcours parcours) {
    List<PersonnesAAffecter.Ligne> lues = personnes.lire(List.of(personneId), parcours, null);
    if (lues.isEmpty()) {
      return List.of();
    }
    Grille grille = new Grille(List.of(lues.getFirst().personne()), portefeuilles.candidats(), structures.distances(), portefeuilles.ponderation());
    Explication explication = new Explication(structures.distances());
    List<Candidat> ordre = grille.duMoinsCher(0).stream().map(grille.candidats()::get).toList();
    List<Candidat> libres = ordre.stream().filter(c -> !c.complet()).limit(PROPOSES).toList();
    int dernier = libres.isEmpty() ? PROPOSES : ordre.indexOf(libres.getLast());
    return ordre.stream().limit(dernier + 1L).filter(c -> libres.contains(c) || c.complet())
        .map(c -> new Proposition(c, c.complet() ? "%d personnes pour %d places : complet.".formatted(c.charge(), c.capacite())
            : explication.pourquoi(lues.getFirst().personne(), c, 1), c.complet())).toList();
  }
}
