package fr.jalon.rendezvous.application;

import fr.jalon.courriers.Courriers;
import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.rendezvous.LieuChange;
import fr.jalon.rendezvous.LieuDeRendezVous;
import fr.jalon.rendezvous.lecture.LieuxConnus;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What has not left yet about a session or an interview to come says the place as it is today. In the transaction that changes the place, for the
 * persons the agent may see; just after, for those of other territories who are expected there; each night, for what was written at the same moment.
 */
@Component
class SuivreLeLieu implements Balayage {
  private static final String AUTEUR = "Jalon, après un changement de lieu";
  private static final String MOTIF = "Le lieu du rendez-vous a changé : le texte dit le lieu d'aujourd'hui.";
  private static final List<String> MODELES = Stream.concat(PrevenirDuLieu.DISENT.stream(),
      Stream.of(EcrireAuxConvoques.ANNULATION, EcrirePourUnEntretien.ANNULATION)).toList();
  // whatever became of them: a cancellation that waits says also where, and whom to call
  private static final String A_VENIR = """
      select c.id from rendezvous.convocation c join rendezvous.session s on s.id = c.session_id where s.lieu_id = :lieu and s.jour >= :jour
      union all
      select e.id from rendezvous.permanence m join rendezvous.creneau k on k.permanence_id = m.id join rendezvous.entretien e on e.creneau_id = k.id
      where m.lieu_id = :lieu and k.jour >= :jour""";
  private final JdbcClient base;
  private final LieuxConnus lieux;
  private final Courriers courriers;
  private final MessagesDeRendezVous messages;
  private final AgentSysteme systeme;
  private final TransactionTemplate apart;

  SuivreLeLieu(JdbcClient base, LieuxConnus lieux, Courriers courriers, MessagesDeRendezVous messages, AgentSysteme systeme,
      PlatformTransactionManager transactions) {
    this.base = base;
    this.lieux = lieux;
    this.courriers = courriers;
    this.messages = messages;
    this.systeme = systeme;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** @return how many messages were written again */
  int recrire(int lieu) {
    return lieux.un(lieu).map(this::recrire).orElse(0);
  }

  @TransactionalEventListener
  void pourLesAutresTerritoires(LieuChange change) {
    systeme.agir(AUTEUR, () -> apart.execute(_ -> recrire(change.lieu())));
  }

  @Override
  public int balayer(LocalDate jour) {
    lieux.tous().forEach(this::recrire);
    return 0;
  }

  private int recrire(LieuDeRendezVous lieu) {
    List<Long> aVenir = base.sql(A_VENIR).param("lieu", lieu.id()).param("jour", messages.aujourdhui()).query(Long.class).list();
    return courriers.corriger(MODELES, aVenir, lieu.dit().valeurs(), MOTIF);
  }
}
