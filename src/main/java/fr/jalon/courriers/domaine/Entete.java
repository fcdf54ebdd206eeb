package fr.jalon.courriers.domaine;

import java.util.Base64;

/**
 * What every letter bears.
 *
 * @param id         {@code null} before the Département wrote its own
 * @param expediteur who writes
 * @param adresse    lines
 * @param contact    who answers, and when
 * @param telephone  number to call
 * @param signature  lines
 * @param recours    where to write an appeal, lines
 * @param logo       image, or {@code null}
 * @param logoType   {@code image/png} or {@code image/jpeg}
 * @param logoTexte  what the logo says, for who does not see it
 */
public record Entete(Long id, String expediteur, String adresse, String contact, String telephone, String signature, String recours, byte[] logo,
    String logoType, String logoTexte) {

  /** What a Département that set nothing has: its name. */
  public static Entete parDefaut(String departement) {
    String nom = departement == null || departement.isBlank() ? "Département" : "Département (" + departement + ")";
    return new Entete(null, nom, "", "les services du Département", "", nom, nom, null, null, null);
  }

  /** The logo inside a page: {@code data:} URL, or {@code null}. */
  public String logoEnPage() {
    return logo == null ? null : "data:" + logoType + ";base64," + Base64.getEncoder().encodeToString(logo);
  }
}
