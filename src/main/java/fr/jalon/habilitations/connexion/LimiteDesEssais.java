package fr.jalon.habilitations.connexion;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many times one may try to log in: per login (so that one account is not guessed from everywhere) and per network address (so that
 * one place does not try every account). Attempts come back one by one. Memory is bounded: past the limit, the keys that were used
 * longest ago are forgotten.
 */
@Component
public class LimiteDesEssais {
  private static final int CLES_GARDEES = 20_000;
  private final Clock horloge;
  private final Bandwidth parIdentifiant;
  private final Bandwidth parAdresse;
  private final Map<String, Bucket> identifiants = memoire();
  private final Map<String, Bucket> adresses = memoire();

  LimiteDesEssais(Clock horloge, @Value("${jalon.connexion.essais-par-identifiant:10}") int parIdentifiant,
      @Value("${jalon.connexion.essais-par-adresse:100}") int parAdresse, @Value("${jalon.connexion.fenetre:15m}") Duration fenetre) {
    this.horloge = horloge;
    this.parIdentifiant = Bandwidth.builder().capacity(parIdentifiant).refillGreedy(parIdentifiant, fenetre).build();
    this.parAdresse = Bandwidth.builder().capacity(parAdresse).refillGreedy(parAdresse, fenetre).build();
  }

  /**
   * Counts an attempt.
   *
   * @param identifiant login typed, or {@code null} when none is
   * @param adresse     network address
   * @return empty when the attempt may go on, else when the next one may
   */
  public Optional<Instant> essayer(String identifiant, String adresse) {
    Optional<Instant> refus = consommer(adresses, reseau(adresse), parAdresse);
    return refus.isPresent() || identifiant == null ? refus : consommer(identifiants, cle(identifiant), parIdentifiant);
  }

  /** The agent came in: her failures are forgotten; those of the address are not. */
  public void oublier(String identifiant) {
    identifiants.remove(cle(identifiant));
  }

  /** Number of keys in memory. */
  int taille() {
    return identifiants.size() + adresses.size();
  }

  private Optional<Instant> consommer(Map<String, Bucket> seaux, String cle, Bandwidth limite) {
    Bucket seau = seaux.computeIfAbsent(cle, _ -> Bucket.builder().addLimit(limite).withCustomTimePrecision(temps()).build());
    ConsumptionProbe sonde = seau.tryConsumeAndReturnRemaining(1);
    return sonde.isConsumed() ? Optional.empty() : Optional.of(horloge.instant().plusNanos(sonde.getNanosToWaitForRefill()));
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

  private static String cle(String identifiant) {
    String net = identifiant.strip().toLowerCase(Locale.ROOT);
    return net.length() > 100 ? net.substring(0, 100) : net;
  }

  /** An IPv6 subscriber holds a whole /64: its first four groups are the address. */
  private static String reseau(String adresse) {
    if (adresse == null || adresse.indexOf(':') < 0) {
      return String.valueOf(adresse);
    }
    try {
      byte[] octets = java.net.InetAddress.ofLiteral(adresse).getAddress();
      return octets.length == 16 ? java.util.HexFormat.of().formatHex(octets, 0, 8) : adresse;
    } catch (IllegalArgumentException e) {
      return adresse;
    }
  }

  private static Map<String, Bucket> memoire() {
    return Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Bucket> aine) {
        return size() > CLES_GARDEES;
      }
    });
  }
}
