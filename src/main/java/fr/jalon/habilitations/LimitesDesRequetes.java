package fr.jalon.habilitations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * How long a question to PostgreSQL may last ({@code jalon.db.limites}): short for a page, before which somebody waits and behind which
 * others queue; long for what works in the background (loading, sweeps, commands).
 *
 * @param pages   for what a page asks
 * @param travaux for the rest
 */
@ConfigurationProperties("jalon.db.limites")
record LimitesDesRequetes(Limite pages, Limite travaux) {

  /**
   * @param verrou  longest wait for what somebody else holds
   * @param serree  the same when half of the connections are at work: they are lent for a shorter time, so that some stay for others
   * @param requete longest time of one statement
   */
  record Limite(Duration verrou, Duration serree, Duration requete) {
    private static final int MARGE = 5_000;

    /** Milliseconds without a byte after which a connection is given up: a little more than a statement may last; 0 when it may last for ever. */
    int silence() {
      return requete.isZero() ? 0 : (int) requete.toMillis() + MARGE;
    }

    /** The orders that set these limits on a connection for as long as it lives. */
    String ordres() {
      return "set lock_timeout = %d; set statement_timeout = %d".formatted(verrou.toMillis(), requete.toMillis());
    }
  }

  /** True when this thread answers a page. */
  static boolean pourUnePage() {
    return RequestContextHolder.getRequestAttributes() != null;
  }

  /** The limits of this thread. */
  Limite courante() {
    return pourUnePage() ? pages : travaux;
  }
}
