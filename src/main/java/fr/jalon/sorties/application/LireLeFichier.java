package fr.jalon.sorties.application;

import fr.jalon.allocataires.SituationsChangees;
import fr.jalon.echeances.Balayage;
import fr.jalon.habilitations.AgentSysteme;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the files of the payer say, after each and each night: it confirms an exit told before, proposes one that nobody told, recognises who is
 * back. Twice is
 * once.
 */
@Component
class LireLeFichier implements Balayage {
  /** Who did it, as the history names it. */
  static final String AUTEUR = "Jalon, après un fichier";
  private final SortiesDuFichier sorties;
  private final RetoursDuFichier retours;
  private final AgentSysteme systeme;
  private final TransactionTemplate apart;
  private final Clock horloge;

  LireLeFichier(SortiesDuFichier sorties, RetoursDuFichier retours, AgentSysteme systeme, PlatformTransactionManager transactions, Clock horloge) {
    this.sorties = sorties;
    this.retours = retours;
    this.systeme = systeme;
    this.horloge = horloge;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @TransactionalEventListener
  void apresUnFichier(SituationsChangees changees) {
    systeme.agir(AUTEUR, () -> apart.execute(_ -> lire(LocalDate.now(horloge), changees.personnes())));
  }

  @Override
  public int balayer(LocalDate jour) {
    return systeme.agir(AUTEUR, () -> lire(jour, null));
  }

  private int lire(LocalDate jour, List<Long> personnes) {
    return sorties.rapprocher(jour, personnes) + retours.reconnaitre(jour, personnes) + sorties.proposer(jour, personnes);
  }
}
