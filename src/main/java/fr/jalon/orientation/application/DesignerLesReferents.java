package fr.jalon.orientation.application;

import fr.jalon.orientation.domaine.ChangementDeReferent;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.Suivi;
import fr.jalon.orientation.domaine.affectation.Affectation;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.orientation.domaine.affectation.Explication;
import fr.jalon.orientation.domaine.affectation.Grille;
import fr.jalon.orientation.domaine.affectation.PersonneAAffecter;
import fr.jalon.orientation.domaine.affectation.Repartition;
import fr.jalon.orientation.lecture.PersonnesAAffecter;
import fr.jalon.orientation.lecture.SuiviAConfier;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the référents of persons already followed by an organisation: the best sharing out among its own référents, with reasons. */
@Service
public class DesignerLesReferents {
  private final PersonnesAAffecter personnes;
  private final Portefeuilles portefeuilles;
  private final ChangerLeReferent changer;
  private final Structures structures;

  DesignerLesReferents(PersonnesAAffecter personnes, Portefeuilles portefeuilles, ChangerLeReferent changer, Structures structures) {
    this.personnes = personnes;
    this.portefeuilles = portefeuilles;
    this.changer = changer;
    this.structures = structures;
  }

  /**
   * What is proposed to a person.
   *
   * @param choisi   {@code null} when no référent of her organisation has room
   * @param pourquoi the reasons
   * @param autres   the référents of her organisation who may follow her, those with most room first
   */
  public record Proposee(SuiviAConfier suivi, Candidat choisi, String pourquoi, List<Candidat> autres) {}

  /** The best sharing out of each organisation's list among its référents: one exact flow each. */
  @Transactional(readOnly = true)
  public List<Proposee> proposer(List<SuiviAConfier> suivis) {
    return proposer(suivis, null);
  }

  /** The same among her colleagues alone. @param sauf who hands over her persons; {@code null} for nobody */
  @Transactional(readOnly = true)
  public List<Proposee> proposer(List<SuiviAConfier> suivis, Integer sauf) {
    Map<Integer, List<Candidat>> parOrganisation = portefeuilles.candidats().stream().filter(c -> sauf == null || c.referent().id() != sauf)
        .collect(Collectors.groupingBy(c -> c.organisation().id()));
    Map<Long, PersonneAAffecter> lues = personnes.lire(suivis.stream().map(SuiviAConfier::personneId).toList(), _ -> null, null).stream()
        .collect(Collectors.toMap(l -> l.personne().id(), PersonnesAAffecter.Ligne::personne));
    Map<Long, Proposee> parSuivi = new HashMap<>();
    suivis.stream().filter(s -> lues.containsKey(s.personneId())).collect(Collectors.groupingBy(SuiviAConfier::organisationId))
        .forEach((organisation, liste) -> repartir(liste, lues, parOrganisation.getOrDefault(organisation, List.of()), parSuivi));
    return suivis.stream().map(s -> parSuivi.get(s.suiviId())).filter(java.util.Objects::nonNull).toList();
  }

  private void repartir(List<SuiviAConfier> liste, Map<Long, PersonneAAffecter> lues, List<Candidat> candidats, Map<Long, Proposee> parSuivi) {
    Explication explication = new Explication(structures.distances());
    List<PersonneAAffecter> gens = liste.stream().map(s -> avec(lues.get(s.personneId()), s)).toList();
    Grille grille = new Grille(gens, candidats, structures.distances(), portefeuilles.ponderation());
    Affectation affectation = Affectation.de(grille);
    for (int i = 0; i < liste.size(); i++) {
      int choix = affectation.proposee().choix(i);
      List<Candidat> autres = new ArrayList<>(grille.duMoinsCher(i).stream().map(grille.candidats()::get).toList());
      autres.sort(Comparator.comparing(Candidat::complet));
      parSuivi.put(liste.get(i).suiviId(), new Proposee(liste.get(i), choix == Repartition.AUCUN ? null : grille.candidats().get(choix),
          explication.pourquoi(affectation.proposee(), i), List.copyOf(autres)));
    }
  }

  /**
   * The best sharing out of persons whom an organisation is about to follow, among its own référents.
   *
   * @param suivis      their follow-ups today
   * @param promises    how many persons each référent receives besides, by number
   * @return the référent of each follow-up; absent when none has room for her
   */
  @Transactional(readOnly = true)
  public Map<Long, Integer> partager(List<Suivi> suivis, int organisation, Map<Integer, Long> promises) {
    List<Candidat> candidats = portefeuilles.candidats().stream().filter(c -> c.organisation().id() == organisation)
        .map(c -> new Candidat(c.referent(), c.organisation(), c.charge() + promises.getOrDefault(c.referent().id(), 0L).intValue(), c.capacite()))
        .toList();
    Map<Long, Suivi> parPersonne = suivis.stream().collect(Collectors.toMap(Suivi::personneId, s -> s));
    List<PersonneAAffecter> gens = personnes.lire(List.copyOf(parPersonne.keySet()), id -> parPersonne.get(id).parcours(), null).stream()
        .map(PersonnesAAffecter.Ligne::personne).toList();
    Grille grille = new Grille(gens, candidats, structures.distances(), portefeuilles.ponderation());
    Repartition repartition = Affectation.de(grille).proposee();
    Map<Long, Integer> parSuivi = new HashMap<>();
    for (int i = 0; i < gens.size(); i++) {
      if (repartition.choix(i) != Repartition.AUCUN) {
        parSuivi.put(parPersonne.get(gens.get(i).id()).id(), candidats.get(repartition.choix(i)).referent().id());
      }
    }
    return parSuivi;
  }

  /** Her pathway is that of the follow-up; who followed her in another one does not matter here. */
  private static PersonneAAffecter avec(PersonneAAffecter p, SuiviAConfier s) {
    return new PersonneAAffecter(p.id(), s.parcours(), p.commune(), p.territoire(), p.besoin(), null, null);
  }

  /**
   * Names them all, or none.
   *
   * @param choix référent by follow-up
   * @return the refusals by follow-up; empty when all is recorded
   */
  @Transactional
  public Map<Long, RefusMetier> enregistrer(Map<Long, Integer> choix, LocalDate le, String raison, Depassement depassement, boolean prevenir) {
    return changer.executer(choix.entrySet().stream()
        .map(e -> new ChangementDeReferent(e.getKey(), e.getValue(), le, raison, depassement)).toList(), prevenir);
  }
}
