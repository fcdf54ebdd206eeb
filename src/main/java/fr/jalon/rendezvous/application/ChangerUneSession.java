package fr.jalon.rendezvous.application;

import fr.jalon.journal.Journal;
import fr.jalon.rendezvous.PlaceLiberee;
import fr.jalon.rendezvous.SaisieDeSession;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatSession;
import fr.jalon.rendezvous.domaine.JoursFeries;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes, moves or cancels a session. Whoever was told of it is told again. */
@Service
public class ChangerUneSession {
  private static final Set<EtatConvocation> ATTENDUES = Set.of(EtatConvocation.CONVOQUEE, EtatConvocation.CONFIRMEE);
  private static final Set<EtatConvocation> EN_COURS = Set.of(EtatConvocation.EN_ATTENTE, EtatConvocation.CONVOQUEE, EtatConvocation.CONFIRMEE);
  private final JdbcClient base;
  private final SessionsTenues sessions;
  private final RegistreDesConvocations registre;
  private final EcrireAuxConvoques ecrire;
  private final Codes codes;
  private final Journal journal;
  private final ApplicationEventPublisher evenements;
  private final JoursFeries feries;
  private final Clock horloge;

  ChangerUneSession(JdbcClient base, SessionsTenues sessions, RegistreDesConvocations registre, EcrireAuxConvoques ecrire,
      Codes codes, Journal journal,
      ApplicationEventPublisher evenements, JoursFeries feries, Clock horloge) {
    this.base = base;
    this.sessions = sessions;
    this.registre = registre;
    this.ecrire = ecrire;
    this.codes = codes;
    this.journal = journal;
    this.evenements = evenements;
    this.feries = feries;
    this.horloge = horloge;
  }

  /**
   * Changes what is said of a session. When its day, hours or place change, whoever was convoked is told, and her answer is asked again.
   *
   * @return number of persons told
   */
  @Transactional
  public int modifier(long id, SaisieDeSession s, LocalDate jour) {
    return modifier(id, s, jour, Set.of());
  }

  /** The same. @param feriesChoisis public holidays that may be chosen all the same */
  @Transactional
  public int modifier(long id, SaisieDeSession s, LocalDate jour, Set<LocalDate> feriesChoisis) {
    Fautes fautes = new Fautes();
    registre.reserver(List.of(id));
    SessionsTenues.Session avant = aVenir(id);
    boolean deplacee = !avant.ouverte().jour().equals(jour) || !avant.ouverte().debut().equals(s.debut()) || !avant.fin().equals(s.fin())
        || !Objects.equals(avant.lieuId(), s.lieuId());
    if (deplacee) {
      OuvrirDesSessions.verifierLeJour("jour", jour, LocalDate.now(horloge), feriesChoisis.contains(jour) || avant.ouverte().jour()
          .equals(jour) ? null : feries,
          fautes);
    }
    OuvrirDesSessions.verifier(s, fautes);
    OuvrirDesSessions.verifierLeLieu(base, s.lieuId(), fautes);
    int capacite = Objects.requireNonNullElse(s.capacite(), avant.ouverte().capacite());
    fautes.exiger(capacite >= avant.ouverte().prises(), "capacite", "CAPACITE_TROP_PETITE",
        "%d personnes sont déjà convoquées : la session ne peut pas avoir %d places."
        .formatted(avant.ouverte().prises(), capacite)).lever();
    ecrireLaSession(id, s, jour, capacite);
    List<RegistreDesConvocations.Convocation> attendues = deplacee ? registre.deLaSession(id, ATTENDUES) : List.of();
    if (!attendues.isEmpty()) {
      registre.passer(attendues.stream().filter(c -> c.etat() == EtatConvocation.CONFIRMEE).toList(), EtatConvocation.CONVOQUEE,
          "Session déplacée", null);
      List<Codes.Code> nouveaux = attendues.stream().map(c -> new Codes.Code(c.id(), codes.tirer())).toList();
      registre.donnerDesCodes(nouveaux, jour);
      SessionsTenues.Session apres = sessions.lire(id);
      List<EcrireAuxConvoques.Destinataire> destinataires = new ArrayList<>();
      for (int i = 0; i < attendues.size(); i++) {
        destinataires.add(new EcrireAuxConvoques.Destinataire(attendues.get(i).id(), attendues.get(i).personneId(), apres, nouveaux.get(i).valeur()));
      }
      ecrire.deplacer(destinataires);
    }
    journal.tracer("SESSION", null, null, "Session %d %s%s".formatted(id, deplacee ? "déplacée au " + jour : "modifiée",
        attendues.isEmpty() ? "" : " ; %d personnes prévenues".formatted(attendues.size())));
    evenements.publishEvent(new PlaceLiberee(id));
    return attendues.size();
  }

  /** Nobody else changes it, nor convokes to it, until the transaction ends. */
  @Transactional
  public void reserver(long id) {
    registre.reserver(List.of(id));
  }

  /** Cancels it: whoever was convoked is told, and waits for another session. @return number of persons told */
  @Transactional
  public int annuler(long id, String motif) {
    if (motif == null || motif.isBlank()) {
      throw new SaisieRefusee("motif", new RefusMetier("MOTIF_ABSENT", "Dites pourquoi la session est annulée."));
    }
    registre.reserver(List.of(id));
    SessionsTenues.Session s = sessions.lire(id);
    if (s.etat() == EtatSession.ANNULEE) {
      return 0;
    }
    aVenir(id);
    if (base.sql("update rendezvous.session set etat = 'ANNULEE', motif = ? where id = ?").params(motif.strip(), id).update() == 0) {
      throw ailleurs();
    }
    List<RegistreDesConvocations.Convocation> enCours = registre.deLaSession(id, EN_COURS);
    registre.passer(enCours, EtatConvocation.ANNULEE, "Session annulée : " + motif.strip(), null);
    List<RegistreDesConvocations.Convocation> prevenues = enCours.stream().filter(c -> c.etat().attendue()).toList();
    ecrire.annuler(prevenues.stream().map(c -> new EcrireAuxConvoques.Destinataire(c.id(), c.personneId(), s, null)).toList());
    journal.tracer("SESSION", null, null, "Session %d annulée ; %d personnes prévenues".formatted(id, prevenues.size()));
    return prevenues.size();
  }

  private void ecrireLaSession(long id, SaisieDeSession s, LocalDate jour, int capacite) {
    try {
      int ecrites = base.sql("""
          update rendezvous.session x set lieu_id = l.id, territoire_id = l.territoire_id, jour = :jour, debut = :debut, fin = :fin, capacite = :capacite,
            animateur = :animateur, langues = :langues, commentaire = :commentaire
          from rendezvous.lieu l where x.id = :id and l.id = :lieu and l.actif""")
          .param("jour", jour).param("debut", s.debut()).param("fin", s.fin()).param("capacite", capacite).param("animateur", s.animateur())
          .param("langues", s.langues()).param("commentaire", s.commentaire()).param("id", id).param("lieu", s.lieuId()).update();
      if (ecrites == 0) {
        throw ailleurs();
      }
    } catch (DuplicateKeyException _) {
      throw new RefusMetier("SESSION_DEJA", "Une autre session a lieu au même endroit, à la même heure. Changez le jour, l'heure ou le lieu.");
    }
  }

  private SessionsTenues.Session aVenir(long id) {
    SessionsTenues.Session s = sessions.lire(id);
    if (s.etat() != EtatSession.PREVUE || s.passee(LocalDate.now(horloge))) {
      throw new RefusMetier("SESSION_PASSEE", "Cette session est passée ou annulée : elle ne change plus.");
    }
    return s;
  }

  private static RefusMetier ailleurs() {
    return new RefusMetier("LIEU_AILLEURS", "Cette session est tenue par un autre territoire que le vôtre.");
  }
}
