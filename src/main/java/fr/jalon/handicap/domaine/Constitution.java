package fr.jalon.handicap.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a file asks, who helps, which of its papers are ready, as read from a form; a day is {@code null} while its paper is not.
 *
 * @param certificatLe the date written on the medical certificate, and nothing else of it
 */
public record Constitution(List<DroitMdph> droits, AideAuDossier aide, LocalDate formulaireLe, LocalDate certificatLe, LocalDate identiteLe,
    LocalDate domicileLe) {
  /** @throws fr.jalon.socle.SaisieRefusee with every field that is wrong */
  public void verifier(Fautes fautes, LocalDate aujourdhui) {
    NouveauDossier.exigerLesDroits(fautes, droits).exiger(aide != null, "aide", "QUI_AIDE", "Dites qui l'aide à faire son dossier.");
    jours().forEach((champ, le) -> fautes.exiger(!le.isAfter(aujourdhui), champ, "PIECE_A_VENIR",
        "Ce jour n'est pas encore arrivé : laissez vide tant que ce papier n'est pas prêt."));
    fautes.lever();
  }

  private Map<String, LocalDate> jours() {
    Map<String, LocalDate> jours = new java.util.LinkedHashMap<>();
    jours.put("formulaireLe", formulaireLe);
    jours.put("certificatLe", certificatLe);
    jours.put("identiteLe", identiteLe);
    jours.put("domicileLe", domicileLe);
    jours.values().removeIf(java.util.Objects::isNull);
    return jours;
  }

  /** True when nothing is missing. @param finDuCertificat last day the certificate may be joined, {@code null} without one */
  public boolean prete(LocalDate finDuCertificat, LocalDate aujourdhui) {
    return formulaireLe != null && identiteLe != null && domicileLe != null && finDuCertificat != null && !finDuCertificat.isBefore(aujourdhui);
  }
}
