package fr.jalon.demarrage;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Marker;

/**
 * Bounds the technical log: of one kind (who writes it, how grave, which exception), so many warnings and errors a minute, then one line that says
 * that the others are left out until the next. What a visitor makes the server write, however fast, does not fill its disk nor drown the rest.
 */
public final class LignesBornees extends TurboFilter {
  /** Lines of one kind in a minute: far above what a server in good health writes in a day. */
  static final int PAR_MINUTE = 60;
  private static final int GENRES_AU_PLUS = 1000;
  private final Map<String, Compte> comptes = new ConcurrentHashMap<>();
  private final LongSupplier minute;

  /** By the clock of the machine. */
  public LignesBornees() {
    this(() -> TimeUnit.NANOSECONDS.toMinutes(System.nanoTime()));
  }

  LignesBornees(LongSupplier minute) {
    this.minute = minute;
  }

  /** Lines of one kind since its minute began. */
  private record Compte(long minute, int lignes) {}

  @Override
  public FilterReply decide(Marker marque, Logger auteur, Level gravite, String format, Object[] valeurs, Throwable echec) {
    if (!gravite.isGreaterOrEqual(Level.WARN) || !gravite.isGreaterOrEqual(auteur.getEffectiveLevel())) {
      return FilterReply.NEUTRAL;
    }
    if (comptes.size() > GENRES_AU_PLUS) {
      comptes.clear();
    }
    long maintenant = minute.getAsLong();
    int lignes = comptes.merge(auteur.getName() + ' ' + gravite + ' ' + (echec == null ? "" : echec.getClass().getName()), new Compte(maintenant, 1),
        (avant, un) -> avant.minute == maintenant ? new Compte(maintenant, avant.lignes + 1) : un).lignes;
    if (lignes == PAR_MINUTE + 1) {
      auteur.getLoggerContext().getLogger(LignesBornees.class)
          .warn("Plus de {} lignes de {} en une minute : les suivantes ne sont pas écrites avant la prochaine.", PAR_MINUTE, auteur.getName());
    }
    return lignes > PAR_MINUTE ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
