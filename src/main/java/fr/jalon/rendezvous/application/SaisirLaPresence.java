package fr.jalon.rendezvous.application;

import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.PresencesNotees;
import fr.jalon.rendezvous.domaine.Empechement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.rendezvous.domaine.Piece;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who came to a session and which papers are missing, one touch at a time or all at once. What was entered is corrected; its history stays. */
@Service
public class SaisirLaPresence {
  private final JdbcClient base;
  private final RegistreDesConvocations registre;
  private final SessionsTenues sessions;
  private final Constater constater;
  private final EcrireAuxConvoques ecrire;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final Clock horloge;

  SaisirLaPresence(JdbcClient base, RegistreDesConvocations registre, SessionsTenues sessions, Constater constater, EcrireAuxConvoques ecrire,
      ApplicationEventPublisher evenements, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.sessions = sessions;
    this.constater = constater;
    this.ecrire = ecrire;
    this.evenements = evenements;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Notes one person.
   *
   * @param etat  PRESENTE, ABSENTE, EXCUSEE; CONVOQUEE takes the note back
   * @param motif why she is excused, else {@code null}
   * @param vu    the state the agent had before her eyes, {@code null} to write whatever it is
   * @throws RefusMetier DEJA_SAISIE when a colleague noted something else meanwhile: the sentence says who and what
   */
  @Transactional
  public void noter(long convocation, EtatConvocation etat, Empechement motif, EtatConvocation vu) {
    RegistreDesConvocations.Convocation c = registre.lire(convocation);
    tenir(c.sessionId());
    if (c.etat() == etat && etat != EtatConvocation.EXCUSEE) {
      return;
    }
    if (vu != null && vu != c.etat() && c.etat().pointee()) {
      throw new RefusMetier("DEJA_SAISIE", "%s a déjà noté « %s ». Vérifiez avant de corriger.".formatted(dernierAuteur(c.id()), c.etat().libelle()
          .toLowerCase(Locale.FRENCH)));
    }
    ecrire(List.of(c), etat, motif);
  }

  /** Nobody else notes her until the transaction ends. */
  @Transactional
  public void reserver(long convocation) {
    registre.lire(convocation);
  }

  /** Notes many in the same way. */
  @Transactional
  public void noter(long session, Collection<Long> convocations, EtatConvocation etat, Empechement motif) {
    tenir(session);
    ecrire(registre.lire(convocations).stream().filter(c -> c.sessionId() == session && c.etat() != etat).toList(), etat, motif);
  }

  /** Everyone who is expected and not noted yet came. @return their number */
  @Transactional
  public int tousPresents(long session) {
    tenir(session);
    List<RegistreDesConvocations.Convocation> attendues = registre.deLaSession(session, Set.of(EtatConvocation.CONVOQUEE, EtatConvocation.CONFIRMEE));
    ecrire(attendues, EtatConvocation.PRESENTE, null);
    return attendues.size();
  }

  /** She came after the beginning, or did not. */
  @Transactional
  public void retard(long convocation, boolean retard) {
    RegistreDesConvocations.Convocation c = registre.lire(convocation);
    tenir(c.sessionId());
    if (c.etat() != EtatConvocation.PRESENTE) {
      noter(convocation, EtatConvocation.PRESENTE, null, null);
    }
    base.sql("update rendezvous.convocation set retard = ? where id = ?").params(retard, convocation).update();
  }

  /** Papers that are missing of those asked for; none = all were seen. */
  @Transactional
  public void pieces(long convocation, List<Piece> manquantes) {
    pieces(convocation, manquantes, null);
  }

  /**
   * Papers that are missing, from a page where others may be noted.
   *
   * @param vues what the agent had before her eyes ({@link #enTexte}), {@code null} to write whatever it is
   * @throws RefusMetier DEJA_SAISIE when a colleague noted others meanwhile
   */
  @Transactional
  public void pieces(long convocation, List<Piece> manquantes, String vues) {
    RegistreDesConvocations.Convocation c = registre.lire(convocation);
    String notees = pieces(convocation);
    if (vues != null && !vues.equals(notees) && !enTexte(manquantes).equals(notees)) {
      throw new RefusMetier("DEJA_SAISIE",
          "Quelqu'un vient de noter d'autres pièces : la ligne montre ce qui est noté maintenant. Vérifiez, puis cochez de nouveau.");
    }
    if (c.etat() != EtatConvocation.PRESENTE) {
      throw new RefusMetier("PAS_PRESENTE", "Notez d'abord que la personne est présente.");
    }
    pieces(List.of(c.id()), manquantes);
  }

  /** The papers noted as missing, in a text to compare; {@code -} when nothing is noted. */
  private String pieces(long convocation) {
    return base.sql("select pieces_manquantes from rendezvous.convocation where id = ?").param(convocation)
        .query((l, _) -> l.getArray(1) == null ? "-" : enTexte(Piece.de(List.of((String[]) l.getArray(1).getArray())))).optional().orElse("-");
  }

  /** As the row of the sheet carries it. */
  public static String enTexte(List<Piece> pieces) {
    return pieces == null ? "-" : pieces.stream().map(Enum::name).sorted().collect(java.util.stream.Collectors.joining(","));
  }

  /** The same papers are missing for all of these persons, who came. */
  @Transactional
  public void pieces(Collection<Long> convocations, List<Piece> manquantes) {
    base.sql("update rendezvous.convocation set pieces_manquantes = :pieces::text[] where id = any(:ids::bigint[]) and etat = 'PRESENTE'")
        .param("pieces", manquantes.stream().map(Enum::name).toArray(String[]::new))
        .param("ids", RegistreDesConvocations.tableau(convocations)).update();
    constater.executer(convocations);
  }

  /**
   * She came without being convoked to this session. If she was expected at another one to come, that is undone.
   *
   * @return id of her convocation
   */
  @Transactional
  public long ajouter(long session, long personne) {
    SessionsTenues.Session s = tenir(session);
    List<RegistreDesConvocations.Convocation> siennes = registre.lire(base.sql("""
        select id from rendezvous.convocation where personne_id = :personne and (session_id = :session or etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE'))""")
        .param("personne", personne).param("session", session).query(Long.class).list());
    for (RegistreDesConvocations.Convocation c : siennes) {
      if (c.sessionId() == session && c.etat().suivants().contains(EtatConvocation.PRESENTE)) {
        ecrire(List.of(c), EtatConvocation.PRESENTE, null);
        return c.id();
      }
      if (c.sessionId() == session && c.etat() == EtatConvocation.PRESENTE) {
        return c.id();
      }
    }
    List<RegistreDesConvocations.Convocation> ailleurs = siennes.stream().filter(c -> c.etat().enCours()).toList();
    registre.passer(ailleurs, EtatConvocation.ANNULEE, "Venue à la session du %s".formatted(fr.jalon.ecran.Francais.date(s.ouverte().jour())), null);
    ecrire.taire(ailleurs.stream().map(RegistreDesConvocations.Convocation::id).toList());
    List<RegistreDesConvocations.Ecrite> ecrites =
        registre.creer(List.of(new RegistreDesConvocations.Nouvelle(personne, session, EtatConvocation.PRESENTE, null, true, null, null)));
    if (ecrites.isEmpty()) {
      throw new RefusMetier("PERSONNE_INCONNUE", "Cette personne n'existe pas, ou elle ne fait pas partie de ce que vous pouvez consulter.");
    }
    journal.tracer("PRESENCE", personne, null,
        "Venue sans convocation à l'information collective du %s".formatted(fr.jalon.ecran.Francais.date(s.ouverte().jour())));
    evenements.publishEvent(new PresencesNotees(session, s.ouverte().jour(), List.of(personne)));
    return ecrites.getFirst().id();
  }

  private void ecrire(List<RegistreDesConvocations.Convocation> convocations, EtatConvocation etat, Empechement motif) {
    if (!etat.pointee() && etat != EtatConvocation.CONVOQUEE) {
      throw new IllegalArgumentException("Pas une présence : " + etat);
    }
    if (etat == EtatConvocation.EXCUSEE && motif == null) {
      throw new RefusMetier("MOTIF_ABSENT", "Choisissez pourquoi l'absence est excusée.");
    }
    registre.passer(convocations, etat, motif == null ? null : motif.name(), null);
    List<Long> ids = convocations.stream().map(RegistreDesConvocations.Convocation::id).toList();
    if (etat != EtatConvocation.PRESENTE) {
      base.sql("update rendezvous.convocation set retard = false, pieces_manquantes = null where id = any(:ids::bigint[]) and (retard or pieces_manquantes is not null)")
          .param("ids", RegistreDesConvocations.tableau(ids)).update();
    }
    constater.executer(ids);
    journal.tracer("PRESENCE", convocations.stream().map(c -> new Journal.Objet(c.personneId(), null, "%s à l'information collective du %s"
        .formatted(etat.libelle(), fr.jalon.ecran.Francais.date(c.jour())))).toList());
    if (!convocations.isEmpty()) {
      RegistreDesConvocations.Convocation une = convocations.getFirst();
      evenements.publishEvent(new PresencesNotees(une.sessionId(), une.jour(), convocations.stream()
          .map(RegistreDesConvocations.Convocation::personneId).distinct().toList()));
    }
  }

  /** The session takes place, or took place. */
  private SessionsTenues.Session tenir(long id) {
    SessionsTenues.Session s = sessions.lire(id);
    if (s.etat() == EtatSession.ANNULEE) {
      throw new RefusMetier("SESSION_ANNULEE", "Cette session a été annulée : la présence ne s'y saisit plus.");
    }
    if (s.ouverte().jour().isAfter(LocalDate.now(horloge))) {
      throw new RefusMetier("SESSION_A_VENIR",
          "La session a lieu le %s : la présence se saisit ce jour-là.".formatted(fr.jalon.ecran.Francais.date(s.ouverte().jour())));
    }
    if (s.etat() == EtatSession.PREVUE) {
      base.sql("update rendezvous.session set etat = 'TENUE' where id = ? and etat = 'PREVUE'").param(id).update();
    }
    return s;
  }

  private String dernierAuteur(long convocation) {
    return base.sql("select habilitations.nom_agent(par) from rendezvous.passage where objet_id = ? order by id desc limit 1").param(convocation)
        .query(String.class).optional().orElse("Un collègue");
  }
}
