package fr.jalon.echanges.tableur.domaine;

import fr.jalon.socle.Nir;
import java.time.LocalDate;

/**
 * A person as a row states her, cleaned.
 *
 * @param nom           upper case
 * @param prenom        upper case; {@code null} when the claim and the number must tell who she is
 * @param civilite      {@code MME}, {@code MR} or {@code null}
 * @param role          {@code DEM} or {@code CJT}
 * @param matricule     digits without leading zeros, or {@code null}
 * @param numeroDemande 11 characters, or {@code null}
 * @param telephone     with its country, {@code +33612345678}, or {@code null}
 * @param codeCommune   INSEE code given, or {@code null}
 * @param organisation  name or code of the organisation that follows her, or {@code null}
 * @param referent      e-mail of her référent, or {@code null}
 * @param parcours      SOCIAL, SOCIOPROFESSIONNEL, PROFESSIONNEL or {@code null}
 */
public record PersonneLue(String nom, String prenom, String civilite, String nomNaissance, LocalDate naissance, String role,
    Nir nir, String matricule,
    String numeroDemande, String identifiantFt, LocalDate ouvertureDuDroit, String courriel, String telephone, String adresse, String complement,
    String codePostal, String commune, String codeCommune, String organisation, String referent, String parcours, LocalDate orienteLe) {

  /** 1 man, 2 woman, {@code null} unknown. */
  public Short sexe() {
    if (civilite != null) {
      return (short) ("MR".equals(civilite) ? 1 : 2);
    }
    if (nir == null) {
      return null;
    }
    return switch (nir.valeur().charAt(0)) {
      case '1', '3', '7' -> (short) 1;
      default -> (short) 2;
    };
  }

  /** True when a follow-up is asked. */
  public boolean aSuivre() {
    return organisation != null || referent != null;
  }
}
