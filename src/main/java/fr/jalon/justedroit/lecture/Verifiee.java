package fr.jalon.justedroit.lecture;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A difference that somebody looked at. @param ecart the one seen, euros a month; @param note what was found, or {@code null}; @param nom who */
public record Verifiee(long id, long foyerId, BigDecimal ecart, String note, String nom, OffsetDateTime le) {
  private static final BigDecimal TOLERANCE = BigDecimal.ONE;

  /** True as long as the difference is the one seen, within one euro: another one is to be looked at again. */
  public boolean vautPour(BigDecimal autre) {
    return autre != null && autre.subtract(ecart).abs().compareTo(TOLERANCE) < 0;
  }
}
