package fr.jalon.habilitations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.jalon.socle.Chiffrement;
import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where tries and calls are counted, for all servers of the instance ({@code docs/decisions/0020}). Nothing tells who tried: keys are keyed
 * hashes. What is counted does not outlive a PostgreSQL that falls.
 */
@Component
public class EssaisPartages {
  private static final int PAR_LOT = 10_000;
  /** Strangers who wait for one of the two connections that anyone may ask; the next one is told to come back. */
  private static final int INCONNUS_ENSEMBLE = 20;
  /** The SQLSTATE of a connection that fails. */
  private static final String TOMBEE = "08006";
  private static final int ATTENTES_RETENUES = 20_000;
  final Guichet connus;
  final Guichet inconnus;
  final Clock horloge;
  private final JdbcClient base;
  private final Chiffrement cle;
  private final boolean horlogeReglee;
  private final Cache<String, Instant> attentes = Caffeine.newBuilder().maximumSize(ATTENTES_RETENUES)
      .expireAfterWrite(Duration.ofMinutes(1)).build();

  EssaisPartages(@Qualifier("clesSource") DataSource pourTous, @Qualifier("comptesSource") DataSource pourLesConnus,
      @Qualifier("chargement") JdbcClient base,
      Chiffrement cle, Clock horloge, @Value("${jalon.horloge:}") String depart) {
    this.base = base;
    this.cle = cle;
    this.horloge = horloge;
    horlogeReglee = !depart.isBlank();
    inconnus = new Guichet(pourTous, INCONNUS_ENSEMBLE);
    connus = new Guichet(pourLesConnus, Integer.MAX_VALUE);
  }

  /** A door to the counts: a crowd at the strangers' keeps none of those who are known from theirs. */
  final class Guichet {
    final PostgreSQLSelectForUpdateBasedProxyManager<String> seaux;
    final JdbcClient base;
    private final TransactionTemplate transaction;
    private final Semaphore places;

    private Guichet(DataSource source, int ensemble) {
      base = JdbcClient.create(source);
      transaction = new TransactionTemplate(new JdbcTransactionManager(source));
      seaux = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source).primaryKeyMapper(PrimaryKeyMapper.STRING)
          .table("habilitations.debit").clientClock(temps())
          .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1))).build();
      places = new Semaphore(ensemble);
    }

    /** @throws CannotGetJdbcConnectionException when too many wait: the page says that the database is busy */
    <T> T passer(Supplier<T> acte) {
      if (!places.tryAcquire()) {
        throw new CannotGetJdbcConnectionException("Trop d'essais à la fois", new SQLTransientConnectionException("Trop d'essais à la fois"));
      }
      try {
        return acte.get();
      } catch (BucketExceptions.BucketExecutionException e) {
        // a connection that falls in the middle is closed by its pool; the library then tells that it could not undo, not why
        if (e.getCause() instanceof SQLException sql && sql.getSQLState() == null && !(sql instanceof SQLTransientConnectionException)) {
          throw new DataAccessResourceFailureException("La connexion est tombée", new SQLException(sql.getMessage(), TOMBEE, e));
        }
        throw e;
      } finally {
        places.release();
      }
    }

    <T> T ensemble(Supplier<T> acte) {
      return passer(() -> transaction.execute(_ -> acte.get()));
    }
  }

  Guichet guichet(boolean connu) {
    return connu ? connus : inconnus;
  }

  /** @param genre what is counted @param de of whom, or from where */
  String cle(String genre, String de) {
    return Base64.getEncoder().withoutPadding().encodeToString(cle.empreinte((genre + '\n' + de).getBytes(StandardCharsets.UTF_8)));
  }

  /** How long this key was told to wait, as this server remembers it: who insists asks the database nothing. */
  Duration retenue(String cle) {
    Instant jusqua = attentes.getIfPresent(cle);
    Instant maintenant = horloge.instant();
    return jusqua == null || !jusqua.isAfter(maintenant) ? Duration.ZERO : Duration.between(maintenant, jusqua);
  }

  Duration retenir(String cle, Duration attendre) {
    if (!attendre.isZero()) {
      attentes.put(cle, horloge.instant().plus(attendre));
    }
    return attendre;
  }

  /** @param cle {@code null} for all of them */
  void neRienRetenir(String cle) {
    if (cle == null) {
      attentes.invalidateAll();
    } else {
      attentes.invalidate(cle);
    }
  }

  /**
   * Notes something that serves once, whatever the server.
   *
   * @param jusqua when it may be forgotten
   * @return false when it already served
   */
  public boolean servir(String genre, String quoi, Instant jusqua) {
    return connus.base.sql("insert into habilitations.servi (cle, jusqua) values (?, ?) on conflict do nothing").param(cle(genre, quoi))
        .param(OffsetDateTime.ofInstant(jusqua, horloge.getZone())).update() == 1;
  }

  /** A demonstration begins its day again: what was counted later that day, the time before, does not count. */
  @EventListener(ApplicationReadyEvent.class)
  void recommencer() {
    if (horlogeReglee) {
      base.sql("delete from habilitations.ralentissement").update();
      base.sql("delete from habilitations.debit").update();
    }
  }

  /** Forgets what no longer counts, by lots, so that none is held long. */
  void oublier() {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    parLots("habilitations.ralentissement", "fin < ?", maintenant);
    parLots("habilitations.servi", "jusqua < ?", maintenant);
    // the library counts in the time of the system
    parLots("habilitations.debit", "expires_at < ?", System.currentTimeMillis());
  }

  private void parLots(String table, String condition, Object valeur) {
    int effacees = PAR_LOT;
    while (effacees == PAR_LOT) {
      effacees = base.sql("delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s limit %3$d))".formatted(table, condition,
          PAR_LOT)).param(valeur).update();
    }
  }

  private TimeMeter temps() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        Instant maintenant = horloge.instant();
        return maintenant.getEpochSecond() * 1_000_000_000L + maintenant.getNano();
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }
}
