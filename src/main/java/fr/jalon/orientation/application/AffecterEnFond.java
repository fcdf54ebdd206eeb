package fr.jalon.orientation.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.orientation.application.AffecterUneListe.Bilan;
import fr.jalon.orientation.application.AffecterUneListe.Plan;
import fr.jalon.orientation.application.AffecterUneListe.Proposee;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.socle.MontreSeulement;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Public;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Gives référents to a list too long for one page, behind the screen: first what is proposed, then, when the agent says so, its recording by
 * parts. Lives in memory, under the name of who asked; what is recorded is recorded, whatever becomes of the server.
 */
@Component
public class AffecterEnFond {
  /** As many as the flow is measured for. */
  public static final int LIMITE = 6_000;
  private static final Logger LOG = LoggerFactory.getLogger(AffecterEnFond.class);
  private static final int PAR_LOT = 200;
  private static final int GARDES = 50;
  private final AffecterUneListe affecter;
  private final AgentCourant agentCourant;
  private final AtomicLong numeros = new AtomicLong();
  private final ConcurrentSkipListMap<Long, Travail> travaux = new ConcurrentSkipListMap<>();
  private final ThreadPoolExecutor fil = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(20),
      Thread.ofPlatform().name("affectation-", 1).daemon().factory());

  AffecterEnFond(AffecterUneListe affecter, AgentCourant agentCourant) {
    this.affecter = affecter;
    this.agentCourant = agentCourant;
    fil.allowCoreThreadTimeOut(true);
  }

  /** Where a list stands. */
  public enum Etape { RECHERCHE, PROPOSEE, ENREGISTREMENT, FINIE, ANNULEE, INTERROMPUE }

  /**
   * A list asked for.
   *
   * @param personnes   ids, the most urgent first
   * @param motif       why the pathway is not the one recommended, where it is not; {@code null} when all follow their diagnostic
   */
  public record Demande(List<Long> personnes, AffecterUneListe.ParcoursDeLaListe parcours, Public besoin, LocalDate notifieLe, String motif) {}

  /**
   * A list as it stands.
   *
   * @param plan     what is proposed, {@code null} while it is searched
   * @param faites   persons recorded so far
   * @param suivis   the follow-ups recorded so far, which may be undone
   * @param laissees why a person is left waiting, by id
   */
  public record Travail(long id, String agent, Demande demande, Etape etape, Plan plan, List<Long> suivis, Map<Long, String> laissees) implements MontreSeulement {
    /** How many lines of what is proposed are shown. */
    public static final int MONTREES = 100;

    /** Persons recorded so far. */
    public int faites() {
      return suivis.size();
    }

    /** Those left waiting, with why; while it is only proposed, the first given to someone. */
    @Override
    public Object montre() {
      return plan == null ? List.of() : Stream.concat(plan.lignes().stream().filter(p -> laissees.containsKey(p.personne().id())),
          etape == Etape.PROPOSEE ? placees().stream().limit(MONTREES) : Stream.empty()).toList();
    }

    /** Persons to whom a référent is proposed. */
    public List<Proposee> placees() {
      return plan == null ? List.of() : plan.lignes().stream().filter(p -> p.choisi() != null).toList();
    }

    Travail a(Etape suite, Plan trouve, List<Long> ecrits, Map<Long, String> refus) {
      return new Travail(id, agent, demande, suite, trouve, List.copyOf(ecrits), Map.copyOf(refus));
    }
  }

  /** Starts the search. @return its number @throws RefusMetier when too many lists wait */
  public long proposer(Demande demande) {
    long id = numeros.incrementAndGet();
    travaux.put(id, new Travail(id, agentCourant.perimetre().agent(), demande, Etape.RECHERCHE, null, List.of(), Map.of()));
    while (travaux.size() > GARDES) {
      travaux.pollFirstEntry();
    }
    lancer(id, () -> {
      Plan plan = affecter.proposer(demande.personnes(), demande.parcours(), demande.besoin());
      Map<Long, String> laissees = new LinkedHashMap<>();
      plan.lignes().stream().filter(p -> p.choisi() == null).forEach(p -> laissees.put(p.personne().id(), p.pourquoi()));
      travaux.computeIfPresent(id, (_, t) -> t.a(Etape.PROPOSEE, plan, List.of(), laissees));
    });
    return id;
  }

  /** Records what is proposed. A second click changes nothing. @throws RefusMetier when there is nothing to record */
  public void enregistrer(long id) {
    boolean[] premier = {false};
    travaux.computeIfPresent(id, (_, t) -> {
      premier[0] = t.etape() == Etape.PROPOSEE && mien(t);
      return premier[0] ? t.a(Etape.ENREGISTREMENT, t.plan(), List.of(), t.laissees()) : t;
    });
    if (premier[0]) {
      lancer(id, () -> parLots(id));
    } else if (le(id).isEmpty()) {
      throw new RefusMetier("LISTE_INCONNUE", "Cette liste n'est plus gardée. Proposez-la de nouveau : ce qui était enregistré l'est toujours.");
    }
  }

  /** What was recorded of this list has been undone. */
  public void annulee(long id) {
    travaux.computeIfPresent(id, (_, t) -> mien(t) ? t.a(Etape.ANNULEE, t.plan(), List.of(), t.laissees()) : t);
  }

  /** The list of this number, when the agent at work asked for it. */
  public Optional<Travail> le(long id) {
    return Optional.ofNullable(travaux.get(id)).filter(this::mien);
  }

  private boolean mien(Travail t) {
    return t.agent().equals(agentCourant.perimetre().agent());
  }

  private void parLots(long id) {
    Travail t = travaux.get(id);
    List<NouvelleOrientation> orientations = t.placees().stream().map(p -> new NouvelleOrientation(p.personne().id(), p.personne().parcours(),
        p.choisi().organisation().id(), p.choisi().referent().id(), t.demande().notifieLe(), p.ecart() ? t.demande().motif() : null, t.demande().besoin(), null)).toList();
    Map<Long, String> laissees = new LinkedHashMap<>(t.laissees());
    List<Long> faites = new ArrayList<>();
    for (int i = 0; i < orientations.size(); i += PAR_LOT) {
      List<NouvelleOrientation> lot = new ArrayList<>(orientations.subList(i, Math.min(i + PAR_LOT, orientations.size())));
      Bilan bilan = affecter.enregistrer(lot);
      if (!bilan.refus().isEmpty()) {
        // what a colleague or a file changed meanwhile is left out and said; the others are recorded
        laissees.putAll(bilan.refus());
        lot.removeIf(o -> bilan.refus().containsKey(o.personneId()));
        faites.addAll(lot.isEmpty() ? List.of() : affecter.enregistrer(lot).suivis());
      } else {
        faites.addAll(bilan.suivis());
      }
      travaux.computeIfPresent(id, (_, x) -> x.a(Etape.ENREGISTREMENT, x.plan(), faites, laissees));
    }
    travaux.computeIfPresent(id, (_, x) -> x.a(Etape.FINIE, x.plan(), x.suivis(), laissees));
  }

  private void lancer(long id, Runnable travail) {
    SecurityContext contexte = SecurityContextHolder.createEmptyContext();
    contexte.setAuthentication(SecurityContextHolder.getContext().getAuthentication());
    try {
      fil.execute(() -> {
        SecurityContextHolder.setContext(contexte);
        try {
          travail.run();
        } catch (RuntimeException e) {
          LOG.error("La liste {} s'est interrompue", id, e);
          travaux.computeIfPresent(id, (_, t) -> t.a(Etape.INTERROMPUE, t.plan(), t.suivis(), t.laissees()));
        } finally {
          SecurityContextHolder.clearContext();
        }
      });
    } catch (RejectedExecutionException _) {
      travaux.remove(id);
      throw new RefusMetier("FILE_PLEINE", "Trop de listes attendent déjà leur tour. Recommencez dans une minute.");
    }
  }
}
