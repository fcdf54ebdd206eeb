package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.CoordonneesChangees;
import fr.jalon.habilitations.AgentSysteme;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells that a spreadsheet gave or took back telephones and e-mails, once that is written: messages that wait and reminders still to come know it
 * at once. As the system, since whoever imports may hold neither letters nor appointments; the sweep of the night does the same again for what a
 * stop would have left.
 */
@Component
class CoordonneesAnnoncees {
  private final AgentSysteme systeme;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher evenements;

  CoordonneesAnnoncees(AgentSysteme systeme, TransactionTemplate transaction, ApplicationEventPublisher evenements) {
    this.systeme = systeme;
    this.transaction = transaction;
    this.evenements = evenements;
  }

  /** @param personnes those whose telephone or e-mail is no longer the same */
  void annoncer(Collection<Long> personnes) {
    List<Long> elles = personnes.stream().distinct().toList();
    if (!elles.isEmpty()) {
      systeme.agir("tableur", () -> {
        transaction.executeWithoutResult(_ -> evenements.publishEvent(new CoordonneesChangees(elles)));
        return null;
      });
    }
  }
}
