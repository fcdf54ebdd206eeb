package fr.jalon.handicap.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.echeances.Echeances.Ouverture;
import fr.jalon.handicap.application.RegistreDesDossiers.Dossier;
import fr.jalon.parametres.Parametres;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The deadlines of a file in the register, opened and met with its acts. */
@Component
class EcheancesMdph {
  private final Echeances echeances;
  private final Parametres parametres;

  EcheancesMdph(Echeances echeances, Parametres parametres) {
    this.echeances = echeances;
    this.parametres = parametres;
  }

  /** True for a day when the delays of these files are known. */
  boolean connues(LocalDate jour) {
    return parametres.chercher("handicap.delai_de_decision", jour).isPresent();
  }

  /** The last day to answer; silence until then is a refusal (R. 241-33 CASF). */
  LocalDate finDeLaDecision(LocalDate depuis) {
    return depuis.plusMonths(parametres.mois("handicap.delai_de_decision", depuis));
  }

  /** The last day to answer a recourse. */
  LocalDate finDuRecours(LocalDate depuis) {
    return depuis.plusMonths(parametres.mois("handicap.delai_de_reponse_au_recours", depuis));
  }

  /** It is filed, or complete: the answer is due. */
  void attendre(long personneId, long dossier, LocalDate depuis) {
    if (depuis != null) {
      ouvrir(Nature.DECISION, personneId, dossier, depuis, finDeLaDecision(depuis), "R. 241-33 CASF");
    }
  }

  /** It is no longer at the MDPH. */
  void oublier(long dossier, LocalDate le) {
    Nature.DU_DOSSIER.forEach(n -> echeances.rendreCaduque(n, List.of(dossier), le));
  }

  /** Every right has its answer. @param refuse true when one is refused: she may contest */
  void decide(Dossier d, LocalDate le, boolean refuse) {
    echeances.tenir(Nature.DECISION, List.of(d.id()), le);
    if (refuse) {
      ouvrir(Nature.RECOURS, d.personneId(), d.id(), le, le.plusMonths(parametres.mois("handicap.delai_de_recours", le)), "L. 142-4 CSS");
    }
  }

  /** She contests. */
  void conteste(Dossier d, LocalDate le) {
    echeances.tenir(Nature.RECOURS, List.of(d.id()), le);
    ouvrir(Nature.REPONSE_AU_RECOURS, d.personneId(), d.id(), le, finDuRecours(le), "R. 241-40 CASF");
  }

  /** The recourse is answered. */
  void recoursDecide(Dossier d, LocalDate le) {
    echeances.tenir(Nature.REPONSE_AU_RECOURS, List.of(d.id()), le);
  }

  /** The answer was noted by mistake: it is awaited again. */
  void attendreDeNouveau(Dossier d, LocalDate le) {
    echeances.annulerLaTenue(Nature.DECISION, List.of(d.id()));
    echeances.rendreCaduque(Nature.RECOURS, List.of(d.id()), le);
  }

  /** The answer to the recourse was noted by mistake. */
  void attendreLeRecoursDeNouveau(Dossier d) {
    echeances.annulerLaTenue(Nature.REPONSE_AU_RECOURS, List.of(d.id()));
  }

  /** She did not contest after all. */
  void neContestePlus(Dossier d, LocalDate le) {
    echeances.rendreCaduque(Nature.REPONSE_AU_RECOURS, List.of(d.id()), le);
    echeances.annulerLaTenue(Nature.RECOURS, List.of(d.id()));
  }

  /** A right was granted until a day. @param reponse its number */
  void aRenouveler(long personneId, long reponse, LocalDate le, LocalDate jusquAu) {
    LocalDate cible = jusquAu.minusMonths(parametres.mois("handicap.renouveler_avant", le));
    echeances.ouvrir(Nature.RENOUVELLEMENT, List.of(new Ouverture(personneId, reponse, le, null, null, cible.isBefore(le) ? le : cible,
        "Renouvellement d'un droit", "handicap.renouveler_avant")));
  }

  /** These answers no longer end in silence: asked again, or noted by mistake. */
  void renouveles(List<Long> reponses, LocalDate le, boolean demandes) {
    if (demandes) {
      echeances.tenir(Nature.RENOUVELLEMENT, reponses, le);
    } else {
      echeances.rendreCaduque(Nature.RENOUVELLEMENT, reponses, le);
    }
  }

  private void ouvrir(String nature, long personneId, long dossier, LocalDate depuis, LocalDate limite, String article) {
    echeances.ouvrir(nature, List.of(new Ouverture(personneId, dossier, depuis, limite, article, null, null)));
  }
}
