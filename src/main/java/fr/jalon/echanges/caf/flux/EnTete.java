package fr.jalon.echanges.caf.flux;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * What a file says of itself.
 *
 * @param format      VRSB0801, VRSD0301, VRSF0501 or VRSC0201
 * @param nature      MENSUEL or JOURNALIER
 * @param application emitting software (CRI, AGO…)
 * @param reference   date at which the content is true (DTREF)
 * @param creation    when the file was made, or null
 */
public record EnTete(String format, String nature, String application, LocalDate reference, LocalDateTime creation) {
  /** True for a full monthly file of beneficiaries. */
  public boolean complet() {
    return beneficiaires() && "MENSUEL".equals(nature);
  }

  /** True for a file of beneficiaries (VRSB, VRSD). */
  public boolean beneficiaires() {
    return format.startsWith("VRSB") || format.startsWith("VRSD");
  }
}
