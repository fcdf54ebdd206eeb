package fr.jalon.habilitations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the orders given to PostgreSQL: a list of a hundred must not ask a hundred times. */
public final class Ordres {
  private Ordres() {}

  /** How many this thread gives while it does that. */
  public static int donnes(Runnable acte) {
    Logger journal = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level avant = journal.getLevel();
    ListAppender<ILoggingEvent> ecoute = new ListAppender<>();
    ecoute.start();
    journal.addAppender(ecoute);
    journal.setAdditive(false);
    journal.setLevel(Level.DEBUG);
    try {
      acte.run();
    } finally {
      journal.setLevel(avant);
      journal.setAdditive(true);
      journal.detachAppender(ecoute);
    }
    return (int) List.copyOf(ecoute.list).stream()
        .filter(e -> e.getThreadName().equals(Thread.currentThread().getName()) && e.getMessage().contains("Executing prepared SQL statement"))
        .count();
  }
}
