package fr.jalon.bancs;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The processor time Jalon and its PostgreSQL have used since they started. On a machine where others work, the time that passes says how busy
 * the machine is; this says how much work there is.
 */
@Component
class Processeur {
  private static final double MILLIARD = 1e9;
  private final JdbcClient base;

  Processeur(@Qualifier("chargement") JdbcClient base) {
    this.base = base;
  }

  /**
   * Seconds of processor.
   *
   * @param java this process
   * @param base all the processes of PostgreSQL that still live; 0 when it is on another machine
   */
  record Temps(double java, double base) {
    Temps depuis(Temps avant) {
      return new Temps(java - avant.java, base - avant.base);
    }
  }

  Temps lire() {
    long sien = base.sql("select pg_backend_pid()").query(Long.class).single();
    double postgres = ProcessHandle.of(sien).filter(p -> p.info().command().orElse("").contains("postgres")).flatMap(ProcessHandle::parent)
        .map(maitre -> maitre.children().mapToDouble(Processeur::secondes).sum()).orElse(0.0);
    return new Temps(secondes(ProcessHandle.current()), postgres);
  }

  private static double secondes(ProcessHandle processus) {
    return processus.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / MILLIARD;
  }
}
