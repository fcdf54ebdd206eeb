package fr.jalon.allocataires.enregistrement;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * Sends what a batch has written while the next one is read: one thread, one batch after the other, in order. Who asks for the connection
 * first waits until all is sent, so a question always sees what was written before it.
 */
final class Expedition implements AutoCloseable {
  /** Batches on their way: enough to keep PostgreSQL busy, few enough for memory not to depend on the file. */
  private static final int EN_ROUTE = 2;
  private final Connection connexion;
  private final Deque<Future<?>> enRoute = new ArrayDeque<>();
  private ExecutorService fil;
  private volatile boolean arret;

  Expedition(Connection connexion) {
    this.connexion = connexion;
  }

  /** From now on batches leave on a thread of their own; the caller must close this before her transaction ends. */
  void enAvance() {
    fil = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("envoi-en-base").daemon().factory());
  }

  /** The connection, once everything is sent. */
  Connection connexion() throws SQLException {
    attendre(0);
    return connexion;
  }

  /** Sends, in order. */
  void partir(List<Envoi> envois) throws SQLException {
    if (fil == null) {
      for (Envoi envoi : envois) {
        envoi.partir(connexion);
      }
      return;
    }
    attendre(EN_ROUTE - 1);
    // the pool's wrapper serves one thread only; the driver's connection makes each wait for its turn
    Connection directe = (Connection) connexion.unwrap(PGConnection.class);
    enRoute.add(fil.submit(() -> {
      for (Envoi envoi : envois) {
        if (arret) {
          return null;
        }
        envoi.partir(directe);
      }
      return null;
    }));
  }

  private void attendre(int reste) throws SQLException {
    while (enRoute.size() > reste) {
      try {
        enRoute.remove().get();
      } catch (ExecutionException e) {
        arret = true;
        switch (e.getCause()) {
          case SQLException refus -> throw refus;
          case RuntimeException panne -> throw panne;
          default -> throw new IllegalStateException("L'écriture en base a échoué", e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Chargement interrompu", e);
      }
    }
  }

  /** Ends: what has not left is dropped, what is leaving is waited for. After this nothing is written any more. */
  @Override
  public void close() {
    arret = true;
    if (fil == null) {
      return;
    }
    fil.shutdown();
    boolean interrompu = false;
    while (!fil.isTerminated()) {
      try {
        fil.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrompu = true;
      }
    }
    if (interrompu) {
      Thread.currentThread().interrupt();
    }
  }
}
