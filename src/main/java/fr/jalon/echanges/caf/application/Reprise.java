package fr.jalon.echanges.caf.application;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When a server starts (a command does not): what the one before left without anybody to finish it is said to be so, and its temporary files go. */
@Component
public class Reprise {
  private final Registre registre;
  private final DepotDeFichiers depot;
  private final Retenus retenus;
  private final FileDesChargements file;
  private final TransactionTemplate transaction;

  Reprise(Registre registre, DepotDeFichiers depot, Retenus retenus, FileDesChargements file,
      @Qualifier("chargement") TransactionTemplate transaction) {
    this.registre = registre;
    this.depot = depot;
    this.retenus = retenus;
    this.file = file;
    this.transaction = transaction;
  }

  @EventListener(WebServerInitializedEvent.class)
  void auDemarrage() {
    List<Long> vivants = file.vivants();
    registre.oublierLaFileDAttente(vivants);
    constater();
    depot.vider(Stream.concat(retenus.contenus().stream(), registre.contenus(vivants).stream()).collect(Collectors.toUnmodifiableSet()));
  }

  /** Says which loads were cut short, whoever had started them (another process may have been killed). */
  public void constater() {
    transaction.executeWithoutResult(_ -> registre.constaterSiPersonneNeCharge());
  }
}
