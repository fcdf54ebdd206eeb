package fr.jalon.journal;

import fr.jalon.echeances.Balayage;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * With the daily sweep, erases what was read, and the logins, once past the time they are kept (parameter {@code journal.conservation_mois}). Acts
 * stay. By the owner's door: agents erase nothing. PostgreSQL itself refuses anything younger than six months.
 */
@Component
class EffacerLesTracesPassees implements Balayage {
  private static final Logger LOG = LoggerFactory.getLogger(EffacerLesTracesPassees.class);
  private static final int PAR_LOT = 20_000;
  /** A million in a day: what is left goes the next ones, the sweep does not wait for it. */
  private static final int LOTS_AU_PLUS = 50;
  private final JdbcClient base;
  private final Parametres parametres;
  private final Clock horloge;

  EffacerLesTracesPassees(@Qualifier("chargement") JdbcClient base, Parametres parametres, Clock horloge) {
    this.base = base;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  @Override
  public int balayer(LocalDate jour) {
    LocalDate premier = jour.minusMonths(parametres.mois("journal.conservation_mois", jour));
    try {
      int effacees = PAR_LOT;
      for (int lot = 0; lot < LOTS_AU_PLUS && effacees == PAR_LOT; lot++) {
        effacees = base.sql("""
            delete from journal.trace where id in (select id from journal.trace where acte = any (journal.actes_passagers())
              and instant < least(?, now() - interval '6 months') limit ?)""").params(premier.atStartOfDay(horloge.getZone()).toOffsetDateTime(), PAR_LOT).update();
      }
    } catch (DataAccessException e) {
      // they wait for tomorrow; the deadlines of the day, set right in the same sweep, do not
      LOG.warn("Les traces passées n'ont pas été effacées", e);
    }
    return 0;
  }
}
