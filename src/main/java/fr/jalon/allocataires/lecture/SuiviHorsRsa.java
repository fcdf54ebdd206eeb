package fr.jalon.allocataires.lecture;

import java.time.LocalDate;

/**
 * A public outside the RSA of a person, as shown.
 *
 * @param publicSuivi code
 * @param finLe       first day she is no longer followed, {@code null} while it runs
 * @param finMotif    name of a {@link fr.jalon.allocataires.FinDeSuivi}, {@code null} while it runs
 * @param organisation who follows her, {@code null} when nobody yet; @param referent likewise
 * @param ecritPar    account of the agent; @param auteur his name
 */
public record SuiviHorsRsa(long id, long personneId, String publicSuivi, String cohorte, LocalDate depuis, LocalDate finLe, String finMotif,
    String finPrecision, String organisation, String referent, String ecritPar, String auteur, LocalDate ecritLe) {
  /** True when she is followed that day. */
  public boolean enCours(LocalDate jour) {
    return !depuis.isAfter(jour) && (finLe == null || finLe.isAfter(jour));
  }

  /** Who follows her, in words. */
  public String quiLaSuit() {
    return organisation == null ? "Personne ne la suit encore" : referent == null ? organisation : referent + ", " + organisation;
  }
}
