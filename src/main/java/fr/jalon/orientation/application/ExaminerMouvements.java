package fr.jalon.orientation.application;

import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Mouvement;
import fr.jalon.orientation.domaine.Antecedents;
import fr.jalon.orientation.domaine.Decision.NouvelEntrant;
import fr.jalon.orientation.domaine.DetectionNouvelEntrant;
import fr.jalon.orientation.domaine.EtatEntree;
import fr.jalon.orientation.domaine.EtatSuivi;
import fr.jalon.orientation.domaine.Evolution;
import fr.jalon.orientation.domaine.MotifEntree;
import fr.jalon.orientation.domaine.Position;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Examines the movements of a file: who enters, whose entry or follow-up the movement suspends, resumes or closes. */
@Service
public class ExaminerMouvements {
  private final ConnaissanceDesPersonnes connaissance;
  private final EcritureDesSuites ecriture;
  private final Parametres parametres;

  ExaminerMouvements(ConnaissanceDesPersonnes connaissance, EcritureDesSuites ecriture, Parametres parametres) {
    this.connaissance = connaissance;
    this.ecriture = ecriture;
    this.parametres = parametres;
  }

  /** @return number of new entrants */
  public int executer(Constat constat, List<Mouvement> mouvements) {
    Collection<Mouvement> utiles = utiles(constat, mouvements);
    if (utiles.isEmpty()) {
      return 0;
    }
    DetectionNouvelEntrant regle = new DetectionNouvelEntrant(parametres.mois("orientation.suspension_longue_mois", constat.reference()));
    Suites suites = new Suites();
    for (PersonneExaminee p : connaissance.lire(constat, utiles)) {
      Optional<MotifEntree> nouvelle = entree(regle, p, constat);
      // what a long pause ends starts again with the same movement, or goes on: who is soumise is never left with nothing
      boolean recommence = !p.tardif() && (p.maintenant() != Position.SOUMISE || nouvelle.isPresent());
      boolean longue = recommence && regle.suspensionLongue(p.antecedents().debutSuspension(), constat.reference());
      boolean pauseLongue = longue || recommence && regle.pauseLongue(p.antecedents().entree(), constat.reference());
      Optional<Evolution<EtatSuivi>> suivi = evolutionDuSuivi(p, constat, longue);
      Optional<Evolution<EtatEntree>> entree = evolutionDeLEntree(p, constat, pauseLongue, suivi.isPresent() && suivi.get()
          .vers() == EtatSuivi.EN_COURS);
      entree.ifPresent(e -> suites.entree(p, e));
      suivi.ifPresent(e -> suites.suivi(p, e));
      if (suivi.isEmpty() || suivi.get().vers() != EtatSuivi.EN_COURS) {
        nouvelle.ifPresent(motif -> suites.nouvelle(p, motif, etatInitial(p.maintenant())));
      }
    }
    int nouveaux = ecriture.ecrire(constat, suites);
    ecriture.suivreDansLeursFoyers(utiles.stream().map(Mouvement::personneId).toList());
    return nouveaux;
  }

  /**
   * One movement per person (the one that leaves her best placed when she is in two foyers), without the persons already there in the very
   * first file of their payer: they are most of it, and nothing is known nor to be done for them.
   */
  private static Collection<Mouvement> utiles(Constat constat, List<Mouvement> mouvements) {
    Map<Long, Mouvement> parPersonne = new LinkedHashMap<>();
    YearMonth mois = YearMonth.from(constat.reference());
    for (Mouvement m : mouvements) {
      boolean stock = constat.initial() && m.avant() == null && m.finMoisPrecedent() == null && !dans(mois, m.dateDemande())
          && !dans(mois, m.arriveeLe());
      if (!stock) {
        parPersonne.merge(m.personneId(), m, (a, b) -> Position.de(b.apres()).compareTo(Position.de(a.apres())) < 0 ? b : a);
      }
    }
    return parPersonne.values();
  }

  private static boolean dans(YearMonth mois, LocalDate jour) {
    return jour != null && YearMonth.from(jour).equals(mois);
  }

  /** @param suiviRepris her follow-up resumes with the same movement: an entry that had ended stays so */
  private static Optional<Evolution<EtatEntree>> evolutionDeLEntree(PersonneExaminee p, Constat constat, boolean longue, boolean suiviRepris) {
    if (p.entree() == null) {
      return Optional.empty();
    }
    Antecedents.EntreeConnue entree = p.entree().connue();
    boolean sansSuivi = !suiviRepris && (p.suivi() == null || p.suivi().etat() == EtatSuivi.CLOS);
    boolean sortieCeMois = !p.tardif() && sansSuivi && DetectionNouvelEntrant.sortieCeMois(entree, constat.reference());
    return Evolution.deLEntree(entree.etat(), p.maintenant(), longue, sortieCeMois);
  }

  private static Optional<Evolution<EtatSuivi>> evolutionDuSuivi(PersonneExaminee p, Constat constat, boolean longue) {
    if (p.suivi() == null) {
      return Optional.empty();
    }
    boolean closCeMois = !p.tardif() && p.suivi().closParLeDroit() && dans(YearMonth.from(constat.reference()), p.suivi().etatDepuis())
        && Position.de(p.mouvement().finMoisPrecedent()) != Position.FERMEE;
    return Evolution.duSuivi(p.suivi().etat(), p.maintenant(), longue, closCeMois);
  }

  private static Optional<MotifEntree> entree(DetectionNouvelEntrant regle, PersonneExaminee p, Constat constat) {
    Mouvement m = p.mouvement();
    Constat lu = constat;
    if (p.tardif()) {
      // later files were read before this one: who is first seen here was there all along, unless this file shows the contrary
      boolean dejaCompte = p.entree() != null && !p.entree().connue().mois().isBefore(constat.reference().withDayOfMonth(1));
      if (dejaCompte) {
        return Optional.empty();
      }
      lu = new Constat(constat.importId(), constat.reference(), constat.complet(), constat.recuLe(), constat.connuLe(), true);
    }
    return regle.examiner(m, p.antecedents(), lu) instanceof NouvelEntrant(MotifEntree motif) ? Optional.of(motif) : Optional.empty();
  }

  /** A late file may find someone who has left or was suspended since. */
  private static EtatEntree etatInitial(Position maintenant) {
    return switch (maintenant) {
      case SOUMISE -> EtatEntree.EN_ATTENTE;
      case SUSPENDUE, NON_SOUMISE -> EtatEntree.SUSPENDUE;
      case FERMEE -> EtatEntree.SORTIE;
    };
  }
}
