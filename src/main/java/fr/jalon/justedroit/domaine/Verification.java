package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.Etape;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * The RSA of a foyer for a month, by the payer and by Jalon.
 *
 * @param recalcule   RSA that the file gives by the law, or {@code null} when it cannot be calculated
 * @param caisse      right of the payer before any reduction, or {@code null}
 * @param ecart       payer less Jalon: positive when the payer counted more; {@code null} when one of them is missing
 * @param composantes line by line
 * @param pistes      what may explain it, the most likely first
 * @param etapes      the calculation, told; empty when not asked
 */
public record Verification(FaitsDuMois faits, BigDecimal recalcule, BigDecimal caisse, BigDecimal ecart,
    List<Composante> composantes, List<Piste> pistes,
    List<Etape> etapes) {

  /** A line of the calculation on both sides; amounts {@code null} when unknown. */
  public record Composante(String libelle, BigDecimal caisse, BigDecimal jalon) {
    /** Payer less Jalon, zero when one is unknown. */
    public BigDecimal ecart() {
      return caisse == null || jalon == null ? BigDecimal.ZERO : caisse.subtract(jalon);
    }
  }

  /**
   * Something that may explain the difference.
   *
   * @param phrase    what is seen in the file
   * @param entiere   true when it explains all of it
   */
  public record Piste(Explication explication, String phrase, boolean entiere) {}

  /** Month verified. */
  public YearMonth mois() {
    return faits.mois();
  }

  /** The first explanation, or {@code null} when there is nothing to explain. */
  public Piste premiere() {
    return pistes.isEmpty() ? null : pistes.getFirst();
  }

  /** True when the difference reaches the threshold. */
  public boolean aVerifier(BigDecimal seuil) {
    return ecart != null && ecart.abs().compareTo(seuil) >= 0;
  }
}
