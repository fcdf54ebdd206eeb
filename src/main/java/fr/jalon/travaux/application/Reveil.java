package fr.jalon.travaux.application;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the scheduler of this server, when it has one, that something new waits; the others look every second or two. */
@Component
public class Reveil {
  private volatile Runnable ordonnanceur = () -> { };

  void brancher(Runnable reveil) {
    ordonnanceur = reveil;
  }

  /** Once what waits is written. */
  public void apresLaTransaction() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          ordonnanceur.run();
        }
      });
    } else {
      ordonnanceur.run();
    }
  }
}
