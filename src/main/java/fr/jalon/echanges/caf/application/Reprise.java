package fr.jalon.echanges.caf.application;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When a server starts (a command does not): what the one before left unfinished is said to be so, and its temporary files go. */
@Component
public class Reprise {
  private final Registre registre;
  private final DepotDeFichiers depot;
  private final Retenus retenus;
  private final TransactionTemplate transaction;

  Reprise(Registre registre, DepotDeFichiers depot, Retenus retenus, @Qualifier("chargement") TransactionTemplate transaction) {
    this.registre = registre;
    this.depot = depot;
    this.retenus = retenus;
    this.transaction = transaction;
  }

  @EventListener(WebServerInitializedEvent.class)
  void auDemarrage() {
    registre.oublierLaFileDAttente();
    constater();
    depot.vider(retenus.contenus());
  }

  /** Says which loads were cut short, whoever had started them (another process may have been killed). */
  public void constater() {
    transaction.executeWithoutResult(_ -> registre.constaterSiPersonneNeCharge());
  }
}
