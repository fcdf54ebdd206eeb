package fr.jalon.habilitations;

import fr.jalon.socle.Chiffrement;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where the tries of strangers are counted, for all servers of the instance ({@code docs/decisions/0018}): behind the pool that anyone may ask, whose two
 * connections keep none from the agents. Nothing tells who tried: keys are keyed hashes. What is counted does not outlive a PostgreSQL that falls.
 */
@Component
public class EssaisPartages {
  private static final int PAR_LOT = 1000;
  final PostgreSQLSelectForUpdateBasedProxyManager<String> seaux;
  final JdbcClient base;
  final TransactionTemplate transaction;
  final Clock horloge;
  private final Chiffrement cle;

  EssaisPartages(@Qualifier("clesSource") DataSource source, Chiffrement cle, Clock horloge) {
    this.cle = cle;
    this.horloge = horloge;
    base = JdbcClient.create(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    seaux = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(source).primaryKeyMapper(PrimaryKeyMapper.STRING).table("habilitations.debit").clientClock(temps())
        .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1))).build();
  }

  /** @param genre what is counted @param de of whom, or from where */
  String cle(String genre, String de) {
    return Base64.getEncoder().withoutPadding().encodeToString(cle.empreinte((genre + '\n' + de).getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Notes something that serves once, whatever the server.
   *
   * @param jusqua when it may be forgotten
   * @return false when it already served
   */
  public boolean servir(String genre, String quoi, Instant jusqua) {
    return base.sql("insert into habilitations.servi (cle, jusqua) values (?, ?) on conflict do nothing").param(cle(genre, quoi)).param(OffsetDateTime.ofInstant(jusqua, horloge.getZone()))
        .update() == 1;
  }

  /** Forgets what no longer counts. */
  void oublier() {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    base.sql("delete from habilitations.ralentissement where fin < ?").param(maintenant).update();
    base.sql("delete from habilitations.servi where jusqua < ?").param(maintenant).update();
    while (seaux.removeExpired(PAR_LOT) == PAR_LOT) {
      // by lots, so that none is held long
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
