package fr.jalon.justedroit.domaine;

import fr.jalon.calcul.MenageRefuse;
import fr.jalon.calcul.Simulation;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a simulation says of today beside what the payer counted: a figure that is false today is false for twelve months, and is printed for the
 * person.
 */
public final class AccordAvecLeFichier {
  private static final BigDecimal UN_EURO = BigDecimal.ONE;

  private AccordAvecLeFichier() {}

  /**
   * A disagreement, both in euros a month.
   *
   * @param caisse counted by the payer, any reduction apart
   * @param simule found by the simulation for its first month, without the job
   */
  public record Desaccord(BigDecimal caisse, BigDecimal simule) {}

  /**
   * Empty within a euro, when the right is not paid, when the file tells no amount, and when a quarter that no file knows yet begins this very month.
   */
  public static Optional<Desaccord> desaccord(FoyerSimule foyer, FaitsDuMois faits) {
    if (!faits.versable() || faits.montants() == null || faits.montants().avantReduction() == null || !foyer.trimestre().isBefore(foyer.premier())) {
      return Optional.empty();
    }
    return simule(foyer).map(rsa -> new Desaccord(faits.montants().avantReduction(), rsa))
        .filter(d -> d.caisse.subtract(d.simule).abs().compareTo(UN_EURO) >= 0);
  }

  /** The RSA of the first month as things are; empty when the household cannot be calculated. */
  public static Optional<BigDecimal> simule(FoyerSimule foyer) {
    try {
      return Optional.of(Simulation.de(foyer.sansEmploi(), foyer.premier()).trimestreDepuis(foyer.trimestre()).mois(1).getFirst().rsa());
    } catch (MenageRefuse e) {
      return Optional.empty();
    }
  }
}
