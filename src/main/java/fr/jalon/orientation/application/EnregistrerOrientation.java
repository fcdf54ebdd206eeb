package fr.jalon.orientation.application;

import fr.jalon.diagnostic.Recommandations;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.echeances.Echeances;
import fr.jalon.habilitations.Passages;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.FaitDOrientation;
import fr.jalon.orientation.domaine.ConditionsDOrientation;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.FinDuDelai;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.affectation.Places;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Organisation;
import fr.jalon.structures.Public;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the orientation notified to a person: the entry is answered, its deadline met, and the organisation sees the person. */
@Service
public class EnregistrerOrientation {
  static final String ORIENTATION_ENREGISTREE = "Orientation enregistrée.";
  private final JdbcClient base;
  private final RegistreDesSuivis suivis;
  private final Passages passages;
  private final Structures structures;
  private final Recommandations recommandations;
  private final Echeances echeances;
  private final RepriseDesDelais reprise;
  private final ReexamenDuParcoursSocial reexamen;
  private final Portefeuilles portefeuilles;
  private final NotificationParCourrier courrier;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final Clock horloge;

  EnregistrerOrientation(JdbcClient base, RegistreDesSuivis suivis, Passages passages, Structures structures,
      Recommandations recommandations, Echeances echeances,
      RepriseDesDelais reprise, ReexamenDuParcoursSocial reexamen, Portefeuilles portefeuilles, NotificationParCourrier courrier, Journal journal,
      ApplicationEventPublisher evenements, Clock horloge) {
    this.base = base;
    this.suivis = suivis;
    this.passages = passages;
    this.structures = structures;
    this.recommandations = recommandations;
    this.echeances = echeances;
    this.reprise = reprise;
    this.reexamen = reexamen;
    this.portefeuilles = portefeuilles;
    this.courrier = courrier;
    this.journal = journal;
    this.evenements = evenements;
    this.horloge = horloge;
  }

  /**
   * Records one orientation.
   *
   * @return id of the follow-up
   * @throws RefusMetier see {@link ConditionsDOrientation} and {@link Places}; nothing changes
   */
  @Transactional
  public long executer(NouvelleOrientation orientation) {
    return executer(List.of(orientation)).getFirst();
  }

  /** Records many at once, all or none, and writes their letters. @return ids of the follow-ups in the same order */
  @Transactional
  public List<Long> executer(List<NouvelleOrientation> orientations) {
    return inscrire(orientations, this::duJour, ids -> courrier.ecrire(orientations, ids));
  }

  /** The same for follow-ups that were notified elsewhere (a spreadsheet taken over): nothing is to be printed. */
  @Transactional
  public List<Long> sansCourrier(List<NouvelleOrientation> orientations) {
    return inscrire(orientations, _ -> false, _ -> { });
  }

  /**
   * The same in place of follow-ups just ended by a réorientation, whose letter is another one.
   *
   * @param suite what else is written of the new follow-ups, before those who must no longer see the persons lose sight of them
   */
  List<Long> remplacer(List<NouvelleOrientation> orientations, Consumer<List<Long>> suite) {
    return inscrire(orientations, this::duJour, suite);
  }

  /** True when the letter that tells it is still to leave: one of a past day was told already, on paper or face to face. */
  boolean duJour(NouvelleOrientation orientation) {
    return orientation.notifieLe().equals(LocalDate.now(horloge));
  }

  /** @param parLettre true for those that a letter will tell: they are notified the day it leaves */
  private List<Long> inscrire(List<NouvelleOrientation> orientations, Predicate<NouvelleOrientation> parLettre, Consumer<List<Long>> suite) {
    Map<Long, PersonneAOrienter> personnes = PersonneAOrienter.lire(base, orientations.stream().map(NouvelleOrientation::personneId).toList());
    portefeuilles.reserver(orientations.stream().map(NouvelleOrientation::referentId).filter(Objects::nonNull).toList());
    Choix choix = choix(orientations, personnes.keySet());
    Places places = new Places(portefeuilles.de(choix.referents().values(), choix.organisations()));
    Set<Long> deja = new HashSet<>();
    List<RegistreDesSuivis.Admise> admises = new ArrayList<>(orientations.size());
    for (NouvelleOrientation o : orientations) {
      PersonneAOrienter p = personnes.get(o.personneId());
      ConditionsDOrientation conditions = conditions(o, p, choix, deja);
      conditions.verifier(o);
      Public besoin = o.besoin() == null ? p.besoin() : o.besoin();
      boolean depasse = places.complet(o.referentId());
      places.prendre(o, besoin);
      admises.add(new RegistreDesSuivis.Admise(o, p.entreeId(), conditions.etatInitial(), besoin,
          depasse ? o.depassement() : null, choix.recommandations().get(o.personneId()), parLettre.test(o)));
    }
    List<Long> ids = suivis.creer(admises);
    repondreAuxEntrees(orientations, personnes, parLettre);
    repondreALaPlace(suivis.repondreALaPlace(ids));
    reexamen.mettreAJour(personnes.keySet());
    suite.accept(ids);
    // last: an agent who follows persons by her organisation may no longer see those she gives to another
    suivis.recalculerLePerimetre(personnes.keySet());
    journal.tracer("ORIENTATION", admises.stream().map(a -> {
      NouvelleOrientation o = a.orientation();
      String depassement = a.depassement() == null ? ""
          : " ; dépassement de capacité accepté par %s : %s".formatted(a.depassement().acceptePar(), a.depassement().raison());
      return new Journal.Objet(o.personneId(), personnes.get(o.personneId()).foyerId(), "Orientation en parcours %s vers %s%s%s"
          .formatted(o.parcours().libelle().toLowerCase(Locale.FRENCH), choix.organisations().get(o.organisationId()).nom(),
          choix.ecart(o), depassement));
    }).toList());
    annoncer(FaitDOrientation.Genre.ORIENTATION_NOTIFIEE, orientations, ids, parLettre);
    return ids;
  }

  /** Tells those that are notified already; the others are told the day their letter leaves. */
  void annoncer(FaitDOrientation.Genre genre, List<NouvelleOrientation> orientations, List<Long> ids, Predicate<NouvelleOrientation> parLettre) {
    List<FaitDOrientation.Objet> objets = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      if (!parLettre.test(orientations.get(i))) {
        objets.add(new FaitDOrientation.Objet(orientations.get(i).personneId(), ids.get(i), orientations.get(i).notifieLe()));
      }
    }
    if (!objets.isEmpty()) {
      evenements.publishEvent(new FaitDOrientation(genre, objets, false));
    }
  }

  /**
   * Says without recording anything what would be refused today.
   *
   * @return the refusals, in the order of the list; an orientation that is absent would be recorded
   */
  @Transactional(readOnly = true)
  public Map<NouvelleOrientation, RefusMetier> refus(List<NouvelleOrientation> orientations) {
    Map<Long, PersonneAOrienter> personnes = PersonneAOrienter.lire(base, orientations.stream().map(NouvelleOrientation::personneId).toList());
    Choix choix = choix(orientations, personnes.keySet());
    Places places = new Places(portefeuilles.de(choix.referents().values(), choix.organisations()));
    Set<Long> deja = new HashSet<>();
    Map<NouvelleOrientation, RefusMetier> refus = new LinkedHashMap<>();
    for (NouvelleOrientation o : orientations) {
      try {
        PersonneAOrienter p = personnes.get(o.personneId());
        conditions(o, p, choix, deja).verifier(o);
        places.prendre(o, o.besoin() == null ? p.besoin() : o.besoin());
      } catch (RefusMetier non) {
        refus.put(o, non);
      }
    }
    return refus;
  }

  /** What an orientation is chosen among, and what the diagnostics recommend, by person. */
  private record Choix(Map<Integer, Organisation> organisations, Map<Integer, Referent> referents, Map<Long, Recommandations.Faite> recommandations) {
    /** @return {@code null} when nothing is recommended */
    Parcours recommande(NouvelleOrientation o) {
      Recommandations.Faite faite = recommandations.get(o.personneId());
      return faite == null ? null : faite.parcours();
    }

    String ecart(NouvelleOrientation o) {
      Parcours recommande = recommande(o);
      return recommande == null || recommande == o.parcours() ? ""
          : " (parcours recommandé : %s)".formatted(recommande.libelle().toLowerCase(Locale.FRENCH));
    }
  }

  private Choix choix(List<NouvelleOrientation> orientations, Set<Long> personnes) {
    return new Choix(structures.organisations().stream().collect(Collectors.toMap(Organisation::id, o -> o)),
        structures.referents(orientations.stream().map(NouvelleOrientation::referentId).toList()), recommandations.dernieres(personnes));
  }

  /** @param deja those of the same list before this one: the second orientation of a person finds her oriented */
  private ConditionsDOrientation conditions(NouvelleOrientation o, PersonneAOrienter p, Choix choix, Set<Long> deja) {
    if (p == null) {
      throw new RefusMetier("PERSONNE_INCONNUE", "Cette personne n'existe pas, ou elle ne fait pas partie de ce que vous pouvez consulter.");
    }
    return new ConditionsDOrientation(LocalDate.now(horloge), p.position(), p.etatEntree(), p.recuLe(), p.deja(), !deja.add(p.id()),
        choix.organisations().get(o.organisationId()), o.referentId() == null ? null : choix.referents().get(o.referentId()),
        choix.recommande(o));
  }

  /** What a follow-up never notified had not answered runs again, and is met by those that are told already. */
  private void repondreALaPlace(List<RegistreDesSuivis.Reponse> reponses) {
    reponses.stream().collect(Collectors.groupingBy(RegistreDesSuivis.Reponse::notifieLe)).forEach((jour, celles) -> {
      List<Long> entrees = celles.stream().map(RegistreDesSuivis.Reponse::entreeId).toList();
      for (String nature : List.of(Nature.ORIENTATION, FinDuDelai.REFERENT.name())) {
        reprise.executer(echeances, nature, entrees, jour);
        echeances.rouvrir(nature, entrees, jour);
        echeances.tenir(nature, celles.stream().filter(r -> !r.aPoster() && (nature.equals(Nature.ORIENTATION) || r.referentId() != null))
            .map(RegistreDesSuivis.Reponse::entreeId).toList(), jour);
      }
    });
  }

  /**
   * The entries are answered; their deadlines are met the day each orientation was notified, and run on until its letter leaves when there is one.
   */
  private void repondreAuxEntrees(List<NouvelleOrientation> orientations, Map<Long, PersonneAOrienter> personnes,
      Predicate<NouvelleOrientation> parLettre) {
    Map<LocalDate, List<NouvelleOrientation>> parJour = orientations.stream().filter(o -> personnes.get(o.personneId()).entreeId() != null)
        .collect(Collectors.groupingBy(NouvelleOrientation::notifieLe));
    parJour.forEach((jour, celles) -> {
      List<PersonneAOrienter> reponses = celles.stream().map(o -> personnes.get(o.personneId())).toList();
      List<Long> entrees = reponses.stream().map(PersonneAOrienter::entreeId).toList();
      if (passages.passer(RegistreDesSuivis.ENTREES, entrees, EtatEntree.ORIENTEE, jour, ORIENTATION_ENREGISTREE).size() != entrees.size()) {
        throw new RefusMetier("ENTREE_CHANGEE", "Un fichier vient de changer la situation d'une de ces personnes. Rechargez la page.");
      }
      // what a pause had stopped runs again: its days are hers, whether the orientation is notified now or when its letter leaves
      List<Long> enPause = reponses.stream().filter(p -> p.etatEntree() == EtatEntree.SUSPENDUE).map(PersonneAOrienter::entreeId).toList();
      Nature.DES_ENTREES.forEach(nature -> reprise.executer(echeances, nature, enPause, jour));
      List<NouvelleOrientation> notifiees = celles.stream().filter(parLettre.negate()).toList();
      echeances.tenir(Nature.ORIENTATION, notifiees.stream().map(o -> personnes.get(o.personneId()).entreeId()).toList(), jour);
      echeances.tenir(FinDuDelai.REFERENT.name(), notifiees.stream().filter(o -> o.referentId() != null)
          .map(o -> personnes.get(o.personneId()).entreeId()).toList(), jour);
    });
  }
}
