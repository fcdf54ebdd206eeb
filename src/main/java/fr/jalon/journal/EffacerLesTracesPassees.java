package fr.jalon.journal;

import fr.jalon.echeances.Balayage;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * With the daily sweep, erases what was read, and the logins, once past the time they are kept (parameter {@code journal.conservation_mois}). Acts
 * stay. By the owner's door: agents erase nothing. PostgreSQL itself refuses anything younger than six months.
 */
@Component
class EffacerLesTracesPassees implements Balayage {
  private static final int PAR_LOT = 20_000;
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
    while (base.sql("""
        delete from journal.trace where id in (select id from journal.trace where acte = any (journal.actes_passagers())
          and instant < least(?, now() - interval '6 months') limit ?)""").params(premier.atStartOfDay(horloge.getZone()).toOffsetDateTime(), PAR_LOT).update() == PAR_LOT) {
      continue;
    }
    return 0;
  }
}
