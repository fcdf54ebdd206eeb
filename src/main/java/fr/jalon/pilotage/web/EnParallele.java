package fr.jalon.pilotage.web;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Reads several figures at the same time, as the agent who asks. The number of threads is what all dashboards together may take of the
 * database: lists and dossiers keep theirs.
 */
@Component
class EnParallele {
  private static final ScopedValue<Integer> TOUR_A_TOUR = ScopedValue.newInstance();
  private final ExecutorService fils;

  EnParallele(@Value("${jalon.pilotage.fils:4}") int nombre) {
    fils = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(nombre, Thread.ofVirtual().name("pilotage-", 0).factory()));
  }

  /** Starts a reading; {@link #lire} waits for it. */
  <T> Future<T> lancer(Callable<T> lecture) {
    if (TOUR_A_TOUR.isBound()) {
      FutureTask<T> faite = new FutureTask<>(lecture);
      long debut = System.nanoTime();
      faite.run();
      LockSupport.parkNanos(TOUR_A_TOUR.get() * (System.nanoTime() - debut));
      return faite;
    }
    RequestAttributes page = RequestContextHolder.getRequestAttributes();
    // a thread that works for a page has the limits of a page
    return fils.submit(() -> {
      RequestContextHolder.setRequestAttributes(page);
      try {
        return lecture.call();
      } finally {
        RequestContextHolder.resetRequestAttributes();
      }
    });
  }

  /**
   * Does work whose readings are made here, one after the other: nobody waits for it.
   *
   * @param repos rest after each reading, in times what it took: agents who work at that moment keep the machine
   */
  void tourATour(int repos, Runnable travail) {
    ScopedValue.where(TOUR_A_TOUR, repos).run(travail);
  }

  /** The result of a reading, or its failure as it was. */
  static <T> T lire(Future<T> lecture) {
    try {
      return lecture.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException echec ? echec : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @PreDestroy
  void fermer() {
    fils.shutdownNow();
  }
}
