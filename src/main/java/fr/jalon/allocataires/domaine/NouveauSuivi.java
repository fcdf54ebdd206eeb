package fr.jalon.allocataires.domaine;

import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A public that a person is of, to write.
 *
 * @param publicSuivi     code, {@code null} when none that is proposed was chosen
 * @param cohorte        cohort or scheme, {@code null} when there is none
 * @param depuis         first day
 * @param organisationId who follows her, {@code null} when nobody yet; @param referentId of that organisation, likewise
 * @param informee       she was told what is kept of her, and that she may object
 * @param cle            number of the form: sent twice, it is written once
 */
public record NouveauSuivi(String publicSuivi, String cohorte, LocalDate depuis, Integer organisationId, Integer referentId, boolean informee,
    UUID cle) {
  private static final int COHORTE = 80;

  /** Blank words are none. */
  public NouveauSuivi {
    cohorte = cohorte == null || cohorte.isBlank() ? null : cohorte.strip();
  }

  /** What is wrong, field by field. */
  public void verifier(LocalDate aujourdhui, Fautes fautes) {
    fautes.exiger(publicSuivi != null, "publicSuivi", "HORS_RSA_PUBLIC", "Choisissez le public du plan dont elle fait partie.")
        .exiger(cohorte == null || cohorte.length() <= COHORTE, "cohorte", "HORS_RSA_COHORTE",
            "C'est trop long : %d caractères au plus.".formatted(COHORTE))
        .exiger(depuis != null && !depuis.isAfter(aujourdhui), "depuis", "HORS_RSA_DEPUIS", "Indiquez depuis quel jour elle est suivie, aujourd'hui au plus tard.")
        .exiger(informee, "informee", "HORS_RSA_INFORMEE", "Dites-lui d'abord ce qui est gardé d'elle, puis cochez.",
            "L. 263-4-1 CASF ; RGPD, art. 13");
  }
}
