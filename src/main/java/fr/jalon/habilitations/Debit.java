package fr.jalon.habilitations;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many times within a while for each key: a login, a network address, an application. What was used comes back little by little. On the
 * clock of the instance; on each server. Memory is bounded: past the limit, the keys used longest ago are forgotten.
 */
public final class Debit {
  private static final int CLES_GARDEES = 20_000;
  private final Clock horloge;
  private final Bandwidth limite;
  private final Map<String, Bucket> seaux = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> aine) {
      return size() > CLES_GARDEES;
    }
  });

  /** @param nombre how many times within the while */
  public Debit(Clock horloge, int nombre, Duration fenetre) {
    this.horloge = horloge;
    limite = Bandwidth.builder().capacity(nombre).refillGreedy(nombre, fenetre).build();
  }

  /** What came of it. @param reste times left; @param attendre how long until the next one, zero when this one may go on */
  public record Essai(boolean permis, long reste, Duration attendre) {}

  /** Counts one. */
  public Essai essayer(String cle) {
    ConsumptionProbe sonde = seau(cle).tryConsumeAndReturnRemaining(1);
    return new Essai(sonde.isConsumed(), sonde.getRemainingTokens(), sonde.isConsumed() ? Duration.ZERO : Duration.ofNanos(sonde.getNanosToWaitForRefill()));
  }

  /** True when none is left; counts nothing. */
  public boolean epuise(String cle) {
    return seau(cle).getAvailableTokens() == 0;
  }

  /** How long until one is left, zero when one is; counts nothing. */
  public Duration attendre(String cle) {
    return Duration.ofNanos(seau(cle).estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** The key starts again. */
  public void oublier(String cle) {
    seaux.remove(cle);
  }

  /** Number of keys in memory. */
  public int taille() {
    return seaux.size();
  }

  /** The key of a network address. An IPv6 subscriber holds a whole /64: its first four groups are the address. */
  public static String reseau(String adresse) {
    if (adresse == null || adresse.indexOf(':') < 0) {
      return String.valueOf(adresse);
    }
    try {
      byte[] octets = java.net.InetAddress.ofLiteral(adresse).getAddress();
      return octets.length == 16 ? java.util.HexFormat.of().formatHex(octets, 0, 8) : adresse;
    } catch (IllegalArgumentException _) {
      return adresse;
    }
  }

  private Bucket seau(String cle) {
    return seaux.computeIfAbsent(cle, _ -> Bucket.builder().addLimit(limite).withCustomTimePrecision(temps()).build());
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
