package fr.jalon.sorties.lecture;

import fr.jalon.sorties.domaine.ClasseDeSortie;
import fr.jalon.sorties.domaine.EtatRappel;
import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.domaine.GenreDeContrat;
import fr.jalon.sorties.domaine.ReponseAuRappel;
import fr.jalon.sorties.domaine.SortieDite;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An exit of a person, as known on a day.
 *
 * @param fermeeLe    when the file closed her right, {@code null} while it does not say so
 * @param retourLe    when the file opened it again, {@code null} when it did not
 * @param suivieJusquAu last day she keeps her référent while she works, {@code null} when she is not followed for that
 * @param histoire    the latest first
 */
public record SortieDUnePersonne(long id, EtatSortie etat, LocalDate depuis, SortieDite dite, ClasseDeSortie classe, LocalDate fermeeLe,
    LocalDate retourLe,
    LocalDate suivieJusquAu, String par, List<Rappel> rappels, List<Passage> histoire) {
  /**
   * A call.
   *
   * @param limite  last day to make it
   * @param essais  how many times she was tried
   * @param reponse {@code null} while she did not answer; so are the day, the contract, the hours and who noted it
   */
  public record Rappel(long id, long sortieId, int rang, EtatRappel etat, LocalDate prevuLe, LocalDate limite, int essais, LocalDate dernierEssai,
      ReponseAuRappel reponse, LocalDate reponduLe, GenreDeContrat contrat, BigDecimal heures, String par) {
    /** True once its time has come: as many days before its day as after. */
    public boolean proche(LocalDate jour) {
      return !jour.isBefore(prevuLe.minusDays(ChronoUnit.DAYS.between(prevuLe, limite)));
    }

    /** « à six mois », « à un an ». */
    public String quand() {
      return rang == 1 ? "à six mois" : "à un an";
    }
  }

  /** What happened to it. @param de {@code null} when it was written; the same as {@code vers} for a word without a step; @param par as shown */
  public record Passage(long sortieId, EtatSortie de, EtatSortie vers, LocalDate le, String par, String motif) {}

  /** True when it is a job begun while the right is still open, as far as the files say. */
  public boolean droitOuvert() {
    return etat == EtatSortie.CONFIRMEE && dite.raison().auTravail() && fermeeLe == null;
  }
}
