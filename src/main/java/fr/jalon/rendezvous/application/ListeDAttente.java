package fr.jalon.rendezvous.application;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.parametres.Parametres;
import fr.jalon.rendezvous.ConvocationReprise;
import fr.jalon.rendezvous.PlaceLiberee;
import fr.jalon.rendezvous.Renoncement;
import fr.jalon.rendezvous.domaine.EtatConvocation;
import fr.jalon.rendezvous.domaine.EtatSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The waiting list of a session: when a place is free, who waits enters in the order of deadlines and is told. Done as the system once the
 * act that freed the place is written: who waits may be of a territory that the agent does not see.
 */
@Component
public class ListeDAttente {
  private final RegistreDesConvocations registre;
  private final SessionsTenues sessions;
  private final EcrireAuxConvoques ecrire;
  private final Codes codes;
  private final Parametres parametres;
  private final AgentSysteme systeme;
  private final TransactionTemplate apart;
  private final Clock horloge;

  ListeDAttente(RegistreDesConvocations registre, SessionsTenues sessions, EcrireAuxConvoques ecrire, Codes codes,
      Parametres parametres, AgentSysteme systeme,
      PlatformTransactionManager transactions, Clock horloge) {
    this.registre = registre;
    this.sessions = sessions;
    this.ecrire = ecrire;
    this.codes = codes;
    this.parametres = parametres;
    this.systeme = systeme;
    this.horloge = horloge;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener
  void placeLiberee(PlaceLiberee place) {
    systeme.agir("liste-d-attente", () -> apart.execute(_ -> faireEntrer(place.sessionId())));
  }

  @TransactionalEventListener
  void renoncement(Renoncement r) {
    systeme.agir("lien-public", () -> apart.execute(_ -> {
      ecrire.taire(List.of(r.convocationId()));
      return faireEntrer(r.sessionId());
    }));
  }

  /** She chose another session by her link: it is confirmed, and its reminders follow. */
  @TransactionalEventListener
  void reprise(ConvocationReprise r) {
    systeme.agir("lien-public", () -> apart.execute(_ -> {
      // done again after a kill, it would be told twice
      ecrire.taire(List.of(r.convocationId()));
      ecrire.convoquer(List.of(new EcrireAuxConvoques.Destinataire(r.convocationId(), r.personneId(), sessions.lire(r.sessionId()), r.code())));
      return null;
    }));
  }

  /**
   * Lets in whoever may enter now. Inside a transaction.
   *
   * @return number of persons who entered
   */
  int faireEntrer(long sessionId) {
    registre.reserver(List.of(sessionId));
    SessionsTenues.Session s = sessions.lire(sessionId);
    LocalDate aujourdhui = LocalDate.now(horloge);
    boolean tropTard = s.ouverte().jour().isBefore(aujourdhui.plusDays(parametres.jours("rendezvous.prevenance_liste_attente_jours", aujourdhui)));
    if (s.etat() != EtatSession.PREVUE || tropTard || s.ouverte().places() == 0 || s.ouverte().attente() == 0) {
      return 0;
    }
    List<RegistreDesConvocations.Convocation> entrent = registre.deLaSession(sessionId, Set.of(EtatConvocation.EN_ATTENTE)).stream()
        .limit(s.ouverte().places()).toList();
    registre.passer(entrent, EtatConvocation.CONVOQUEE, "Une place s'est libérée", null);
    List<Codes.Code> nouveaux = entrent.stream().map(c -> new Codes.Code(c.id(), codes.tirer())).toList();
    registre.donnerDesCodes(nouveaux, s.ouverte().jour());
    List<EcrireAuxConvoques.Destinataire> destinataires = new ArrayList<>();
    for (int i = 0; i < entrent.size(); i++) {
      destinataires.add(new EcrireAuxConvoques.Destinataire(entrent.get(i).id(), entrent.get(i).personneId(), s, nouveaux.get(i).valeur()));
    }
    ecrire.convoquer(destinataires);
    return entrent.size();
  }
}
