package fr.jalon.orientation.application;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.application.AffecterUneListe.ParcoursDeLaListe;
import fr.jalon.orientation.application.AffecterUneListe.Proposee;
import fr.jalon.orientation.domaine.EtatListe;
import fr.jalon.socle.MontreSeulement;
import fr.jalon.socle.PersonneMontree;
import fr.jalon.structures.Public;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A list too long for one page, as it stands.
 *
 * @param garantie  how good what is proposed is, in a sentence; {@code null} while it is searched
 * @param lignes    what is proposed to each; empty while it is searched
 * @param traitees  how many of those placed were recorded or left
 * @param suivis    the follow-ups recorded so far, which may be undone
 * @param laissees  why a person is left waiting, by id
 */
public record LongueListe(long id, Demande demande, EtatListe etat, String garantie,
    List<Ligne> lignes, int traitees, List<Long> suivis, Map<Long, String> laissees) implements MontreSeulement {
  /** How many lines of what is proposed are shown. */
  public static final int MONTREES = 100;

  /**
   * What is asked.
   *
   * @param personnes   ids, the most urgent first
   * @param motif       why the pathway is not the one recommended, where it is not; {@code null} when all follow their diagnostic
   */
  public record Demande(List<Long> personnes, ParcoursDeLaListe parcours, Public besoin, LocalDate notifieLe, String motif) {}

  /**
   * What is proposed to a person.
   *
   * @param referentId   {@code null} when none has room
   * @param ecart        true when her pathway is not the one recommended
   * @param pourquoi     the reasons
   */
  public record Ligne(@PersonneMontree long personneId, String nom, Parcours parcours, boolean ecart, Integer referentId, String referent,
      Integer organisationId, String organisation,
      String pourquoi) {
    static Ligne de(Proposee p) {
      return p.choisi() == null ? new Ligne(p.personne().id(), p.nom(), p.personne().parcours(), p.ecart(), null, null, null, null, p.pourquoi())
          : new Ligne(p.personne().id(), p.nom(), p.personne().parcours(), p.ecart(), p.choisi().referent().id(), p.choisi().referent().nom(),
          p.choisi().organisation().id(),
              p.choisi().organisation().nom(), p.pourquoi());
    }
  }

  /** Persons recorded so far. */
  public int faites() {
    return suivis.size();
  }

  /** Those left waiting, with why; while it is only proposed, the first given to someone. */
  @Override
  public Object montre() {
    return Stream.concat(lignes.stream().filter(l -> laissees.containsKey(l.personneId())), etat == EtatListe.PROPOSEE ? placees().stream()
        .limit(MONTREES) : Stream.empty()).toList();
  }

  /** Persons to whom a référent is proposed. */
  public List<Ligne> placees() {
    return lignes.stream().filter(l -> l.referentId() != null).toList();
  }
}
