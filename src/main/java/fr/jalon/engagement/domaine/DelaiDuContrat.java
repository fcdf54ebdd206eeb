package fr.jalon.engagement.domaine;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/**
 * The last day to draw up and sign a contract (D. 5411-14-1 code du travail): a month from the notification of the orientation. Who was followed
 * before the law came into force has until the end of the transition (loi n° 2023-1196: two years).
 *
 * @param enVigueur first day of the law
 * @param delai     from the notification
 * @param stock     from the first day of the law, for who was followed before
 */
public record DelaiDuContrat(LocalDate enVigueur, Period delai, Period stock) {
  /** @param notifieLe day of the notification */
  public LocalDate limite(LocalDate notifieLe) {
    return duStock(notifieLe) ? enVigueur.plus(stock) : notifieLe.plus(delai);
  }

  /** The day from which it runs. */
  public LocalDate depart(LocalDate notifieLe) {
    return duStock(notifieLe) ? enVigueur : notifieLe;
  }

  /** True for who was followed before the law. */
  public boolean duStock(LocalDate notifieLe) {
    return notifieLe.isBefore(enVigueur);
  }

  /** A delay stopped while the follow-up sleeps has, when it wakes, the days it had left. @param arretLe, repriseLe first days of each */
  public static LocalDate apresUnArret(LocalDate limite, LocalDate arretLe, LocalDate repriseLe) {
    return limite.plusDays(Math.max(0, ChronoUnit.DAYS.between(arretLe, repriseLe)));
  }
}
