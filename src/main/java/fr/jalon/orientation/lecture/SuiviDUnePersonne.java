package fr.jalon.orientation.lecture;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.orientation.domaine.EtatSuivi;
import java.time.LocalDate;

/**
 * A follow-up as shown on the dossier.
 *
 * @param referent name, or {@code null} when only the organisation is named
 * @param aPoster true while the letter that notifies it has not left: its day is the one it was recorded
 * @param jusqua  first day it is no longer hers, {@code null} while open
 * @param recommande what the diagnostic recommended then, or {@code null}
 * @param motifEcart why another pathway was decided, or {@code null}
 */
public record SuiviDUnePersonne(long id, Parcours parcours, int organisationId, Integer referentId, String organisation, String referent,
    LocalDate notifieLe, boolean aPoster, EtatSuivi etat,
    LocalDate etatDepuis, String motifFin, LocalDate finLe, LocalDate jusqua, String saisiPar, Parcours recommande, String motifEcart) {

  /** True when it was running or dormant that day. */
  public boolean ouvertLe(LocalDate jour) {
    return !notifieLe.isAfter(jour) && (finLe == null || jusqua.isAfter(jour));
  }
}
