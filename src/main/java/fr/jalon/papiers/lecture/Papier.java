package fr.jalon.papiers.lecture;

import fr.jalon.papiers.domaine.EtatPapier;
import fr.jalon.papiers.domaine.GenreDePapier;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A paper of a person, as known on a day.
 *
 * @param genre       {@code null} for a kind that is no more; @param libelle its word all the same
 * @param demandePar  who asked for it, as shown; {@code null} when nobody did
 * @param vuPar       who saw it, as shown; {@code null} when nobody did
 * @param valableJusquAu last day it is good, {@code null} when nothing ends it
 * @param motif       why it is no longer wanted, or was set aside; {@code null} otherwise
 * @param corrections what it said before, the latest first
 * @param copie       its copy, kept or erased; {@code null} when there was none, or it is for others to read
 */
public record Papier(long id, GenreDePapier genre, String libelle, EtatPapier etat, OffsetDateTime depuis, String demandePar,
    OffsetDateTime demandeLe, LocalDate pourLe, String raison, LocalDate vuLe, String vuPar, LocalDate valableJusquAu, String motif,
    List<Correction> corrections, Copie copie) {
  /** What it said before. */
  public record Correction(LocalDate vuLe, LocalDate valableJusquAu, String par, OffsetDateTime quand, String motif) {}

  /** A copy. @param nom {@code null} once erased; @param par who keeps it, as shown; @param effaceePar who erased it */
  public record Copie(long id, String nom, long kilooctets, String par, OffsetDateTime deposeeLe, OffsetDateTime effaceeLe, String effaceePar) {
    /** True while it can be read. */
    public boolean gardee() {
      return effaceeLe == null;
    }
  }

  /** True when it was seen and is no longer good on that day. */
  public boolean perime(LocalDate jour) {
    return etat == EtatPapier.VU && valableJusquAu != null && valableJusquAu.isBefore(jour);
  }

  /** True when it was seen, is still good that day, and no longer will be on the other. */
  public boolean aRenouveler(LocalDate jour, LocalDate bientot) {
    return etat == EtatPapier.VU && !perime(jour) && valableJusquAu != null && valableJusquAu.isBefore(bientot);
  }

  /** True when it is awaited and its day is over. */
  public boolean enRetard(LocalDate jour) {
    return etat == EtatPapier.ATTENDU && pourLe.isBefore(jour);
  }

  /** True when a copy of it may be kept by who holds what it takes, and none is. */
  public boolean copiable(boolean litLesReservees) {
    return etat == EtatPapier.VU && genre != null && genre.copie() && (!genre.reservee() || litLesReservees) && (copie == null || !copie.gardee());
  }
}
