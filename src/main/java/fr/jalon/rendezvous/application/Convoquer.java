package fr.jalon.rendezvous.application;

import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.AConvoquer;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.rendezvous.domaine.PersonneAConvoquer;
import fr.jalon.rendezvous.domaine.RepartitionEnSessions;
import fr.jalon.rendezvous.domaine.SessionOuverte;
import fr.jalon.rendezvous.lecture.CeQuiEstPrevu;
import fr.jalon.socle.RefusMetier;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Convokes one person or three hundred to sessions of information collective: proposes the best ones, records what the agent decided, all or nothing.
 */
@Service
public class Convoquer {
  private static final int AUTRES = 8;
  private final JdbcClient base;
  private final SessionsTenues sessions;
  private final RegistreDesConvocations registre;
  private final EcrireAuxConvoques ecrire;
  private final Codes codes;
  private final CeQuiEstPrevu prevu;
  private final Structures structures;
  private final Journal journal;
  private final Clock horloge;

  Convoquer(JdbcClient base, SessionsTenues sessions, RegistreDesConvocations registre, EcrireAuxConvoques ecrire, Codes codes, CeQuiEstPrevu prevu,
      Structures structures, Journal journal,
      Clock horloge) {
    this.base = base;
    this.sessions = sessions;
    this.registre = registre;
    this.ecrire = ecrire;
    this.codes = codes;
    this.prevu = prevu;
    this.structures = structures;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** The model of the letter of a convocation. */
  public static final String LETTRE = EcrireAuxConvoques.CONVOCATION;

  /**
   * What was done.
   *
   * @param refus        the reason by person; when there is one, nothing was recorded
   * @param deja         true when all of it had been before
   * @param convocations those written, whose letters are to be printed
   */
  public record Bilan(int convoquees, int enAttente, int sessions, Map<Long, String> refus, boolean deja, List<Long> convocations) {}

  /** The best session of each, in the order given. */
  @Transactional(readOnly = true)
  public List<RepartitionEnSessions.Proposee> proposer(List<PersonneAConvoquer> personnes) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    return new RepartitionEnSessions(personnes, sessions.aProposer(aujourdhui), structures.distances(), sessions.poids(aujourdhui), aujourdhui)
        .repartir(AUTRES);
  }

  /** Records them all, or none. Sent twice, it is recorded once. */
  @Transactional
  public Bilan executer(List<AConvoquer> demandes) {
    List<AConvoquer> voulues = demandes.stream().filter(d -> d.sessionId() != null).toList();
    List<Long> choisies = voulues.stream().map(AConvoquer::sessionId).distinct().toList();
    registre.reserver(choisies);
    Map<Long, SessionsTenues.Session> parId = sessions.lire(choisies);
    Map<Long, Personne> personnes = personnes(voulues.stream().map(AConvoquer::personneId).toList());
    List<AConvoquer> nouvelles = voulues.stream().filter(d -> !Objects.equals(d.sessionId(), enCours(personnes, d.personneId()))).toList();
    if (nouvelles.isEmpty()) {
      return new Bilan(voulues.size(), 0, choisies.size(), Map.of(), !voulues.isEmpty(), enCours(voulues));
    }
    Map<Long, List<CeQuiEstPrevu.Prevu>> prevus = prevu.pour(nouvelles.stream().map(AConvoquer::personneId).toList());
    Map<Long, String> refus = refus(nouvelles, parId, personnes, prevus);
    if (!refus.isEmpty()) {
      return new Bilan(0, 0, 0, refus, false, List.of());
    }
    Map<Long, AConvoquer> parPersonne = new HashMap<>();
    Map<Long, String> codeDe = new HashMap<>();
    nouvelles.forEach(d -> {
      parPersonne.put(d.personneId(), d);
      if (!d.enAttente()) {
        codeDe.put(d.personneId(), codes.tirer());
      }
    });
    List<RegistreDesConvocations.Ecrite> ecrites = registre.creer(nouvelles.stream()
        .map(d -> new RegistreDesConvocations.Nouvelle(d.personneId(), d.sessionId(),
        d.enAttente() ? EtatConvocation.EN_ATTENTE : EtatConvocation.CONVOQUEE, d.limite(), false, codeDe.get(d.personneId()),
        d.enAttente() ? null : parId.get(d.sessionId()).ouverte().jour())).toList());
    ecrire.convoquer(ecrites.stream().filter(e -> codeDe.containsKey(e.personneId()))
        .map(e -> new EcrireAuxConvoques.Destinataire(e.id(), e.personneId(),
        parId.get(parPersonne.get(e.personneId()).sessionId()), codeDe.get(e.personneId()))).toList());
    journal.tracer("CONVOCATION", nouvelles.stream()
        .map(d -> new Journal.Objet(d.personneId(), personnes.get(d.personneId()).droit().foyerId(), "%s : information collective du %s"
        .formatted(d.enAttente() ? "Liste d'attente" : "Convocation", parId.get(d.sessionId()).ouverte().libelle()))).toList());
    int attente = (int) nouvelles.stream().filter(AConvoquer::enAttente).count();
    return new Bilan(nouvelles.size() - attente, attente, choisies.size(), Map.of(), false, ecrites.stream()
        .map(RegistreDesConvocations.Ecrite::id).toList());
  }

  /** The convocations of these persons to these sessions, after a second click. */
  private List<Long> enCours(List<AConvoquer> voulues) {
    return base.sql("""
        select c.id from unnest(:personnes::bigint[], :sessions::bigint[]) v(personne, session)
        join rendezvous.convocation c on c.personne_id = v.personne and c.session_id = v.session and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE')""")
        .param("personnes", RegistreDesConvocations.tableau(voulues.stream().map(AConvoquer::personneId).toList()))
        .param("sessions", RegistreDesConvocations.tableau(voulues.stream().map(AConvoquer::sessionId).toList())).query(Long.class).list();
  }

  private Map<Long, String> refus(List<AConvoquer> demandes, Map<Long, SessionsTenues.Session> parId, Map<Long, Personne> personnes,
      Map<Long, List<CeQuiEstPrevu.Prevu>> prevus) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Map<Long, Integer> prises = new HashMap<>();
    Set<Long> vues = new HashSet<>();
    Map<Long, String> refus = new LinkedHashMap<>();
    for (AConvoquer d : demandes) {
      try {
        verifier(personnes.get(d.personneId()), vues.add(d.personneId()));
        verifier(d, prevus.getOrDefault(d.personneId(), List.of()));
        verifier(d, parId.get(d.sessionId()), prises.getOrDefault(d.sessionId(), 0), aujourdhui);
        if (!d.enAttente()) {
          prises.merge(d.sessionId(), 1, Integer::sum);
        }
      } catch (RefusMetier non) {
        refus.put(d.personneId(), non.getMessage() + (non.article() == null ? "" : " (" + non.article() + ")"));
      }
    }
    return refus;
  }

  private static void verifier(Personne p, boolean premiere) {
    if (p == null) {
      throw new RefusMetier("PERSONNE_INCONNUE", "Cette personne n'existe pas, ou elle ne fait pas partie de ce que vous pouvez consulter.");
    }
    if (!premiere) {
      throw new RefusMetier("DEUX_FOIS", "Cette personne est deux fois dans la liste.");
    }
    p.droit().verifierOuvert();
    if (p.sessionEnCours() != null) {
      throw new RefusMetier("DEJA_CONVOQUEE", "Cette personne est déjà %s la session du %s. %s".formatted(
          p.etatEnCours() == EtatConvocation.EN_ATTENTE ? "en liste d'attente pour" : "convoquée à", fr.jalon.ecran.Francais.date(p.jourEnCours()),
          "Annulez cette convocation, ou saisissez sa présence."));
    }
  }

  /** An interview planned is told before she is convoked as well. */
  private static void verifier(AConvoquer d, List<CeQuiEstPrevu.Prevu> prevus) {
    prevus.stream().filter(p -> !d.malgre() && p.nature().individuel()).findFirst().ifPresent(p -> {
      throw new RefusMetier("DEJA_UN_ENTRETIEN", "Cette personne est déjà %s. Cochez « convoquer quand même », ou laissez-la.".formatted(p.phrase()));
    });
  }

  private static void verifier(AConvoquer d, SessionsTenues.Session s, int prises, LocalDate aujourdhui) {
    if (s == null || s.etat() == EtatSession.ANNULEE) {
      throw new RefusMetier("SESSION_ANNULEE", "Cette session n'a plus lieu. Choisissez-en une autre.");
    }
    if (s.passee(aujourdhui) || s.etat() == EtatSession.TENUE) {
      throw new RefusMetier("SESSION_PASSEE",
          "La session du %s est passée. Choisissez-en une à venir.".formatted(fr.jalon.ecran.Francais.date(s.ouverte().jour())));
    }
    if (!d.enAttente() && s.ouverte().places() - prises <= 0) {
      throw new RefusMetier("SESSION_COMPLETE", "La session du %s %s est complète (%d places). Choisissez une autre session ou la liste d'attente."
          .formatted(fr.jalon.ecran.Francais.date(s.ouverte().jour()), fr.jalon.ecran.Francais.a(s.ouverte().nomCommune()), s.ouverte().capacite()));
    }
  }

  private static Long enCours(Map<Long, Personne> personnes, long id) {
    return personnes.containsKey(id) ? personnes.get(id).sessionEnCours() : null;
  }

  /** A person as she stands. @param sessionEnCours the session she is convoked to, or {@code null} */
  private record Personne(long id, DroitConnu droit, Long sessionEnCours, EtatConvocation etatEnCours, LocalDate jourEnCours) {}

  private Map<Long, Personne> personnes(List<Long> ids) {
    Map<Long, Personne> parId = new HashMap<>();
    base.sql("""
        select p.id, x.foyer_id, x.etat as droit, not x.adulte as a_charge, c.session_id, c.etat, s.jour from allocataires.personne p
        """ + DroitConnu.JOINTURE + """
        left join rendezvous.convocation c on c.personne_id = p.id and c.etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE')
        left join rendezvous.session s on s.id = c.session_id
        where p.id = any(:ids::bigint[]) and p.fusionnee_dans is null""").param("ids", RegistreDesConvocations.tableau(ids))
        .query((RowCallbackHandler) l -> parId.put(l.getLong("id"),
        new Personne(l.getLong("id"), new DroitConnu((Long) l.getObject("foyer_id"), l.getString("droit"), l.getBoolean("a_charge"), false),
            (Long) l.getObject("session_id"), l.getString("etat") == null ? null : EtatConvocation.valueOf(l.getString("etat")),
            l.getObject("jour", LocalDate.class))));
    return parId;
  }

  /** The sessions that may be chosen today, for a form. */
  @Transactional(readOnly = true)
  public List<SessionOuverte> ouvertes() {
    return new ArrayList<>(sessions.aProposer(LocalDate.now(horloge)));
  }
}
