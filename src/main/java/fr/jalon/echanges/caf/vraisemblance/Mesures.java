package fr.jalon.echanges.caf.vraisemblance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What is measured of a file while it is read. Kept with the file, so that the next one is compared with it.
 *
 * @param dossiers              dossiers read
 * @param personnes             persons in them
 * @param rejetes               dossiers rejected alone
 * @param apparus               foyers unknown until then
 * @param modifies              foyers of which something changed
 * @param disparus              foyers that a full file no longer holds
 * @param montants              how many amounts were added up: rights of the month, allocations paid or claims
 * @param montant               their sum, in euros
 * @param naissances            birth dates read
 * @param naissancesImpossibles those whose day or month is out of range, that are to come or are more than 120 years old
 * @param memeNaissance         how many persons have the most frequent birth date
 * @param demandes              dates of claim read
 * @param demandesImpossibles   those that do not exist, are to come or are before 1988
 * @param memeDemande           how many dossiers have the most frequent date of claim
 * @param sansMatricule         dossiers without a file number, or whose number is all zeros
 * @param sansNir               the same for the NIR of persons, with those that are left aside
 * @param sansCommune           dossiers whose commune is recognised neither by its code nor by its name
 * @param communes              dossiers whose commune is
 * @param communesAilleurs      those that are not in the Département
 */
public record Mesures(int dossiers, int personnes, int rejetes, int apparus, int modifies, int disparus, int montants,
    BigDecimal montant, int naissances,
    int naissancesImpossibles, int memeNaissance, LocalDate memeNaissanceLe, int demandes, int demandesImpossibles, int memeDemande,
    LocalDate memeDemandeLe,
    int sansMatricule, int sansNir, int sansCommune, int communes, int communesAilleurs) {

  /** Of a file loaded before anything but its dossiers was measured. */
  public static Mesures desDossiers(int dossiers) {
    return new Mesures(dossiers, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, 0, 0, 0, null, 0, 0, 0, null, 0, 0, 0, 0, 0);
  }

  /** The mean amount in euros, or {@code null} when there is none. */
  public BigDecimal montantMoyen() {
    return montants == 0 ? null : montant.divide(BigDecimal.valueOf(montants), 2, RoundingMode.HALF_UP);
  }
}
