package fr.jalon.allocataires.constat;

import fr.jalon.socle.Nir;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A person in a foyer as one file states her.
 *
 * @param identite   who she is
 * @param role       {@code DEM}, {@code CJT}, {@code ENF}, {@code AUT} or {@code RDO} (role for the RSA)
 * @param aCharge    counted in the foyer for the RSA; {@code null} when the file does not say
 * @param responsable responsible for the file at the payer; {@code null} when the file does not say
 * @param sdd        soumise aux droits et devoirs (L. 262-28); {@code null} when the file does not say
 * @param tns        self-employed now
 * @param rattacheeDepuis, rattacheeJusqua dates in the payer's file
 * @param activite   present activity, or {@code null}
 * @param grossesse  start of the pregnancy in progress, or {@code null}
 * @param ressources resources of the quarter, or {@code null}
 * @param precisions other facts as JSON (activities, alimony, opinions of the Département…), or {@code null}
 */
public record PersonneConstatee(Identite identite, String role, Boolean aCharge, Boolean responsable, Boolean sdd, boolean tns,
    LocalDate rattacheeDepuis, LocalDate rattacheeJusqua, Activite activite, LocalDate grossesse, Ressources ressources, String precisions) {

  /** The same person without her NIR. */
  public PersonneConstatee sansNir() {
    Identite i = identite;
    return new PersonneConstatee(new Identite(null, i.civilite, i.nom, i.nomNaissance, i.prenom, i.autresPrenoms, i.sexe,
        i.dateNaissance, i.precisionNaissance,
        i.communeNaissance, i.identifiantFt), role, aCharge, responsable, sdd, tns, rattacheeDepuis, rattacheeJusqua, activite, grossesse,
        ressources, precisions);
  }

  /** True for the adults whose RSA it is: claimant and spouse. */
  public boolean adulte() {
    return roleDAdulte(role);
  }

  /** True for the role of an adult whose RSA it is. */
  public static boolean roleDAdulte(String role) {
    return "DEM".equals(role) || "CJT".equals(role);
  }

  /**
   * @param nir                NIR or {@code null}
   * @param nom                name in use, upper case as in the file
   * @param nomNaissance       name at birth or {@code null}
   * @param sexe               1 man, 2 woman, {@code null} unknown
   * @param dateNaissance      birth date (the day or month may be conventional, see {@code precisionNaissance}) or {@code null}
   * @param precisionNaissance {@code N} complete, {@code J} day unknown, {@code O} day and month unknown, or {@code null}
   */
  public record Identite(Nir nir, String civilite, String nom, String nomNaissance, String prenom, String autresPrenoms, Short sexe,
      LocalDate dateNaissance, String precisionNaissance, String communeNaissance, String identifiantFt) {}

  /** Present activity: regime and activity codes of the payer, dates, kind of contract. */
  public record Activite(String regime, String code, LocalDate depuis, LocalDate jusqua, String contrat) {}

  /** Resources of a quarter: bounds, nil declared, monthly average (euros), and the months as JSON. */
  public record Ressources(LocalDate debut, LocalDate fin, boolean nulles, BigDecimal moyenne, String mois) {}
}
