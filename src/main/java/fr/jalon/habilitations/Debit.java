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
  private final EssaisPartages.Guichet guichet;
  private final String genre;
  private final BucketConfiguration limite;

  /**
   * @param genre  what is counted; another number of times starts every count again
   * @param nombre how many times within the while
   * @param connus true when only who is known is counted: a crowd of strangers does not keep them waiting
   */
  public Debit(EssaisPartages essais, String genre, int nombre, Duration fenetre, boolean connus) {
    this.essais = essais;
    guichet = essais.guichet(connus);
    this.genre = genre + ' ' + nombre + ' ' + fenetre;
    limite = BucketConfiguration.builder().addLimit(l -> l.capacity(nombre).refillGreedy(nombre, fenetre)).build();
  }

  /** What came of it. @param reste times left; @param attendre how long until the next one, zero when this one may go on */
  public record Essai(boolean permis, long reste, Duration attendre) {}

  /** Counts one. */
  public Essai essayer(String de) {
    String cle = essais.cle(genre, de);
    Duration retenue = essais.retenue(cle);
    if (!retenue.isZero()) {
      return new Essai(false, 0, retenue);
    }
    ConsumptionProbe sonde = guichet.passer(() -> seau(cle).tryConsumeAndReturnRemaining(1));
    return sonde.isConsumed() ? new Essai(true, sonde.getRemainingTokens(), Duration.ZERO)
        : new Essai(false, 0, essais.retenir(cle, Duration.ofNanos(sonde.getNanosToWaitForRefill())));
  }

  /** How long until one is left, zero when one is; counts nothing. */
  public Duration attendre(String de) {
    String cle = essais.cle(genre, de);
    Duration retenue = essais.retenue(cle);
    return retenue.isZero() ? essais.retenir(cle,
        Duration.ofNanos(guichet.passer(() -> seau(cle).estimateAbilityToConsume(1)).getNanosToWaitForRefill())) : retenue;
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
    return guichet.seaux.getProxy(cle, () -> limite);
  }
}
