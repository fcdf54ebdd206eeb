package fr.jalon.echanges.api.application;

import fr.jalon.parametres.Parametres;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How many calls an application may make: so many a minute (parameter {@code api.appels_par_minute}), on each server. Calls come back one by one. */
@Component
public class LimiteDesAppels {
  private static final Duration FENETRE = Duration.ofMinutes(1);
  private final Parametres parametres;
  private final Clock horloge;
  private final Map<String, Bucket> seaux = new ConcurrentHashMap<>();
  private volatile Reglage reglage = new Reglage(0, Instant.MIN);

  LimiteDesAppels(Parametres parametres, Clock horloge) {
    this.parametres = parametres;
    this.horloge = horloge;
  }

  private record Reglage(int parMinute, Instant luLe) {}

  /** What is left to an application. @param attendre seconds to wait, 0 when the call may go on */
  public record Reste(int limite, long appels, long attendre) {}

  /** Counts a call. */
  public Reste appeler(String client) {
    int parMinute = parMinute();
    // the limit changed on screen: the buckets start again
    Bucket seau = seaux.computeIfAbsent(client + "/" + parMinute, _ -> Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(parMinute).refillGreedy(parMinute, FENETRE).build()).withCustomTimePrecision(temps()).build());
    ConsumptionProbe sonde = seau.tryConsumeAndReturnRemaining(1);
    return new Reste(parMinute, sonde.getRemainingTokens(), sonde.isConsumed() ? 0 : Duration.ofNanos(sonde.getNanosToWaitForRefill()).toSeconds() + 1);
  }

  private int parMinute() {
    Instant maintenant = horloge.instant();
    Reglage r = reglage;
    if (r.luLe().plus(FENETRE).isBefore(maintenant) || r.luLe().isAfter(maintenant)) {
      r = new Reglage(Math.max(1, parametres.valeur("api.appels_par_minute", LocalDate.now(horloge)).entier()), maintenant);
      if (r.parMinute() != reglage.parMinute()) {
        seaux.clear();
      }
      reglage = r;
    }
    return r.parMinute();
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
