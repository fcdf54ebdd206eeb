package fr.jalon.rendezvous.web;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many wrong codes a network address may try: codes are not guessed. Right ones count for nothing, so that a whole waiting room may
 * answer from one place. Memory is bounded: the addresses used longest ago are forgotten.
 */
@Component
class LimiteDesCodes {
  private static final int ADRESSES_GARDEES = 20_000;
  private final Clock horloge;
  private final Bandwidth limite;
  private final Map<String, Bucket> adresses = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> aine) {
      return size() > ADRESSES_GARDEES;
    }
  });

  LimiteDesCodes(Clock horloge, @Value("${jalon.lien-public.codes-faux-par-adresse:20}") int nombre, @Value("${jalon.lien-public.fenetre:15m}") Duration fenetre) {
    this.horloge = horloge;
    limite = Bandwidth.builder().capacity(nombre).refillGreedy(nombre, fenetre).build();
  }

  /** True when this address tried too many wrong codes. */
  boolean atteinte(String adresse) {
    return seau(adresse).getAvailableTokens() == 0;
  }

  /** One wrong code more. */
  void compter(String adresse) {
    seau(adresse).tryConsume(1);
  }

  private Bucket seau(String adresse) {
    return adresses.computeIfAbsent(reseau(adresse), _ -> Bucket.builder().addLimit(limite).withCustomTimePrecision(temps()).build());
  }

  /** An IPv6 subscriber holds a whole /64: its first four groups are the address. */
  private static String reseau(String adresse) {
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
