package fr.jalon.orientation.domaine;

import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.allocataires.constat.Mouvement.Situation;
import fr.jalon.orientation.domaine.Antecedents.EntreeConnue;
import fr.jalon.orientation.domaine.Decision.NouvelEntrant;
import fr.jalon.orientation.domaine.Decision.PasNouvelEntrant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Who is a new entrant: annexe 4 §4 of the Pacte des solidarités. Three criteria together: a payable right; soumise aux droits et devoirs
 * now and not at the end of the month before; no follow-up in progress.
 *
 * @param suspensionLongueMois months of suspension from which everything starts again
 */
public record DetectionNouvelEntrant(int suspensionLongueMois) {

  /**
   * @param m       what the file changed for the person
   * @param connu   what was known of her before
   * @param constat the file
   */
  public Decision examiner(Mouvement m, Antecedents connu, Constat constat) {
    Situation apres = m.apres();
    if (apres == null || !apres.versable()) {
      return non(RaisonExclusion.DROIT_NON_VERSABLE);
    }
    if (!apres.sdd()) {
      return non(RaisonExclusion.NON_SOUMIS);
    }
    if (Position.de(m.finMoisPrecedent()) == Position.SOUMISE) {
      return non(RaisonExclusion.DEJA_SOUMIS_MOIS_PRECEDENT);
    }
    if (connu.suivi() == EtatSuivi.EN_COURS) {
      return non(RaisonExclusion.SUIVI_EN_COURS);
    }
    EntreeConnue entree = connu.entree();
    if (entree != null && entree.etat() == EtatEntree.EN_ATTENTE) {
      return non(RaisonExclusion.DEJA_EN_ATTENTE);
    }
    boolean longue = suspensionLongue(connu.debutSuspension(), constat.reference());
    return longue ? new NouvelEntrant(MotifEntree.RETOUR_APRES_SUSPENSION_LONGUE)
        : exclusion(m, connu, constat).<Decision>map(PasNouvelEntrant::new).orElseGet(() -> new NouvelEntrant(motif(m, connu, constat)));
  }

  /** What keeps out someone who is soumise now, was not a month ago, and does not come back from a long suspension. */
  private Optional<RaisonExclusion> exclusion(Mouvement m, Antecedents connu, Constat constat) {
    EntreeConnue entree = connu.entree();
    if (connu.suivi() == EtatSuivi.EN_VEILLE) {
      return Optional.of(RaisonExclusion.SUIVI_EN_VEILLE);
    }
    if (entree != null && entree.etat() == EtatEntree.SUSPENDUE && !pauseLongue(entree, constat.reference())) {
      return Optional.of(connu.debutSuspension() == null ? RaisonExclusion.DEJA_EN_ATTENTE : RaisonExclusion.SUSPENSION_COURTE);
    }
    if (entree != null && sortieCeMois(entree, constat.reference())) {
      return Optional.of(RaisonExclusion.DEJA_EN_ATTENTE);
    }
    if (connu.debutSuspension() != null && connu.dejaSoumise() && !toutAFini(connu, constat)) {
      return Optional.of(RaisonExclusion.SUSPENSION_COURTE);
    }
    if (stockInitial(m, constat)) {
      return Optional.of(RaisonExclusion.STOCK_INITIAL);
    }
    return Position.de(m.avant()) == Position.SOUMISE ? Optional.of(RaisonExclusion.DEJA_EXAMINEE_CE_MOIS) : Optional.empty();
  }

  /** True when a suspension that started then has lasted long enough for everything to start again. */
  public boolean suspensionLongue(LocalDate debut, LocalDate au) {
    return debut != null && !debut.plusMonths(suspensionLongueMois).isAfter(au);
  }

  /** True when her entry has been paused so long, suspended or not soumise by turns, that another one opens. */
  public boolean pauseLongue(EntreeConnue entree, LocalDate au) {
    return entree != null && entree.etat() == EtatEntree.SUSPENDUE && suspensionLongue(entree.etatDepuis(), au);
  }

  /** True when nothing of hers is left to resume after a suspension: her entry or her follow-up had ended, or her entry has been paused too long. */
  private boolean toutAFini(Antecedents connu, Constat constat) {
    EntreeConnue entree = connu.entree();
    return connu.suivi() == EtatSuivi.CLOS || entree != null && entree.etat() == EtatEntree.SORTIE || pauseLongue(entree, constat.reference());
  }

  /** True when the person left this very month: she has not been away from one month to the next, and her entry resumes. */
  public static boolean sortieCeMois(EntreeConnue entree, LocalDate reference) {
    return entree.etat() == EtatEntree.SORTIE && YearMonth.from(entree.etatDepuis()).equals(YearMonth.from(reference));
  }

  /**
   * Nothing is known of the month before: only what the file itself shows makes a new entrant, a claim or an arrival dated in its month.
   * Someone already soumise at an earlier date of the same month was stock then.
   */
  private static boolean stockInitial(Mouvement m, Constat constat) {
    if (m.finMoisPrecedent() != null) {
      return false;
    }
    if (m.avant() != null) {
      return Position.de(m.avant()) == Position.SOUMISE;
    }
    return constat.initial() && !memeMois(m.dateDemande(), constat.reference()) && !memeMois(m.arriveeLe(), constat.reference());
  }

  private static boolean memeMois(LocalDate jour, LocalDate reference) {
    return jour != null && YearMonth.from(jour).equals(YearMonth.from(reference));
  }

  private MotifEntree motif(Mouvement m, Antecedents connu, Constat constat) {
    Situation avant = m.avant() != null ? m.avant() : m.finMoisPrecedent();
    if (Position.de(avant) == Position.SUSPENDUE && pauseLongue(connu.entree(), constat.reference())) {
      return MotifEntree.RETOUR_APRES_SUSPENSION_LONGUE;
    }
    if (connu.foyerNouveau() && m.arriveeLe() != null && (avant == null || avant.foyerId() != m.apres().foyerId())) {
      return MotifEntree.ARRIVEE_AUTRE_DEPARTEMENT;
    }
    if (!connu.foyerNouveau() && !connu.dejaSoumise() && (avant == null || avant.foyerId() != m.apres().foyerId())) {
      return MotifEntree.REJOINT_UN_FOYER;
    }
    if (connu.dejaSoumise() && Position.de(avant) == Position.FERMEE || close(avant)) {
      return MotifEntree.RETOUR_APRES_RADIATION;
    }
    if (avant != null && avant.foyerId() == m.apres().foyerId() && Position.de(avant) == Position.NON_SOUMISE) {
      return MotifEntree.DE_NOUVEAU_SOUS_500_EUROS;
    }
    return connu.dejaSoumise() ? MotifEntree.RETOUR_APRES_RADIATION : MotifEntree.PRIMO_DEMANDEUR;
  }

  /** Closed, as opposed to refused or unknown. */
  private static boolean close(Situation avant) {
    return avant != null && avant.ferme() && !avant.refuse();
  }

  private static Decision non(RaisonExclusion raison) {
    return new PasNouvelEntrant(raison);
  }
}
