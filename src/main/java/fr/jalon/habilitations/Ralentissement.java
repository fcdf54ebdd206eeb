package fr.jalon.habilitations;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Slower instead of locked: for each account and place, the first failures cost nothing, then each one makes the next try wait, twice as long each
 * time, a minute at most. A try that waits is refused and counts for nothing, so nobody is ever kept out. On the clock of the instance; counted
 * on all its servers together.
 */
public final class Ralentissement {
  private static final Duration PREMIERE_ATTENTE = Duration.ofSeconds(5);
  private static final Duration ATTENTE_AU_PLUS = Duration.ofMinutes(1);
  private final EssaisPartages essais;
  private final EssaisPartages.Guichet guichet;
  private final String genre;
  private final int libres;
  private final Duration memoire;

  /** @param rates failures, this try included until it succeeds @param libre when the next try may be made @param fin when it starts again */
  private record Etat(int rates, OffsetDateTime libre, OffsetDateTime fin) {}

  /**
   * @param genre   what is tried
   * @param libres  failures that cost nothing
   * @param memoire without a failure for so long, it starts again
   * @param connus  true for those who come from a device the account knows: a crowd of strangers does not keep them waiting
   */
  public Ralentissement(EssaisPartages essais, String genre, int libres, Duration memoire, boolean connus) {
    this.essais = essais;
    guichet = essais.guichet(connus);
    this.genre = genre;
    this.libres = libres;
    this.memoire = memoire;
  }

  /**
   * Asks to try. A try that may go on counts as failed from now, so that a hundred at the same time are not a hundred free ones: say
   * {@link #oublier} when it succeeded, {@link #rendre} when it was neither.
   *
   * @return zero when it may go on, else how long to wait
   */
  public Duration essayer(String compte, String lieu) {
    String cle = cle(compte, lieu);
    Duration retenue = essais.retenue(cle);
    return retenue.isZero() ? essais.retenir(cle, guichet.ensemble(() -> demander(compte, cle))) : retenue;
  }

  private Duration demander(String compte, String cle) {
    OffsetDateTime la = la(essais.horloge.instant());
    Etat avant = guichet.base.sql("""
        insert into habilitations.ralentissement (cle, compte, rates, libre, fin) values (?, ?, 0, ?, ?)
        on conflict (cle) do update set cle = excluded.cle returning rates, libre, fin""").params(cle, essais.cle(genre, compte), la, la).query(Etat.class).single();
    boolean passe = avant.fin().isBefore(la);
    if (!passe && avant.libre().isAfter(la)) {
      return Duration.between(la, avant.libre());
    }
    int rates = passe ? 1 : avant.rates() + 1;
    guichet.base.sql("update habilitations.ralentissement set rates = ?, libre = ?, fin = ? where cle = ?")
        .params(rates, la.plus(attente(rates)), la.plus(memoire), cle).update();
    return Duration.ZERO;
  }

  /** The last try was neither right nor wrong: it does not count. */
  public void rendre(String compte, String lieu) {
    String cle = cle(compte, lieu);
    essais.neRienRetenir(cle);
    if (guichet.base.sql("update habilitations.ralentissement set rates = rates - 1, libre = ? where cle = ? and rates > 1")
        .params(la(essais.horloge.instant()), cle).update() == 0) {
      guichet.base.sql("delete from habilitations.ralentissement where cle = ? and rates <= 1").param(cle).update();
    }
  }

  /** It succeeded: that account starts again there. */
  public void oublier(String compte, String lieu) {
    String cle = cle(compte, lieu);
    essais.neRienRetenir(cle);
    guichet.base.sql("delete from habilitations.ralentissement where cle = ?").param(cle).update();
  }

  /** That account starts again everywhere; what another server told to wait waits its minute. */
  public void oublier(String compte) {
    essais.neRienRetenir(null);
    guichet.base.sql("delete from habilitations.ralentissement where compte = ?").param(essais.cle(genre, compte)).update();
  }

  private String cle(String compte, String lieu) {
    return essais.cle(genre, compte + '\n' + lieu);
  }

  /** As exact as PostgreSQL keeps it. */
  private OffsetDateTime la(Instant instant) {
    return OffsetDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), essais.horloge.getZone());
  }

  private Duration attente(int rates) {
    if (rates < libres) {
      return Duration.ZERO;
    }
    Duration attente = PREMIERE_ATTENTE.multipliedBy(1L << Math.min(rates - libres, 10));
    return attente.compareTo(ATTENTE_AU_PLUS) > 0 ? ATTENTE_AU_PLUS : attente;
  }
}
