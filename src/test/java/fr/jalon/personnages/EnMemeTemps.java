package fr.jalon.personnages;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two at the same thing: what a colleague writes is not committed yet when somebody else begins, who waits for it, then finds it done. */
public final class EnMemeTemps {
  private EnMemeTemps() {}

  /**
   * @param base        door of the colleague, and transactions through it
   * @param duCollegue  runs in the transaction
   * @param deLAutre    begins before that transaction ends, and is blocked by it
   * @return what the other is told, {@code null} when she is told nothing
   */
  public static Throwable refus(JdbcClient base, TransactionTemplate transaction, Runnable duCollegue, Runnable deLAutre) {
    try (ExecutorService autre = Executors.newSingleThreadExecutor()) {
      Future<?> acte = transaction.execute(_ -> {
        duCollegue.run();
        int collegue = base.sql("select pg_backend_pid()").query(Integer.class).single();
        Future<?> commence = autre.submit(deLAutre);
        Awaitility.await().until(() -> commence.isDone()
            || base.sql("select exists (select from pg_stat_activity where datname = current_database() and ? = any(pg_blocking_pids(pid)))")
            .param(collegue).query(Boolean.class).single());
        return commence;
      });
      acte.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
