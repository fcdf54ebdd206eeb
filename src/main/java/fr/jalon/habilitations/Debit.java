package fr.jalon.habilitations;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * So many times within a while for each key: a login, a network address, an application. What was used comes back little by little. On the
 * clock of the instance; counted on all its servers together.
 */
public final class Debit {
  private final EssaisPartages essais;
  private final String genre;
  private final BucketConfiguration limite;

  /**
   * @param genre  what is counted; another number of times starts every count again
   * @param nombre how many times within the while
   */
  public Debit(EssaisPartages essais, String genre, int nombre, Duration fenetre) {
    this.essais = essais;
    this.genre = genre + ' ' + nombre + ' ' + fenetre;
    limite = BucketConfiguration.builder().addLimit(l -> l.capacity(nombre).refillGreedy(nombre, fenetre)).build();
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
    return essais.seaux.getProxy(essais.cle(genre, cle), () -> limite);
  }
}
