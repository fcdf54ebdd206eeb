package fr.jalon.handicap.application;

import fr.jalon.ecran.Francais;
import fr.jalon.handicap.application.ReponsesDUnDossier.Reponse;
import fr.jalon.handicap.application.RegistreDesDossiers.Dossier;
import fr.jalon.handicap.domaine.Etape;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.domaine.NouvelleReponse;
import fr.jalon.handicap.domaine.SensDeLaReponse;
import fr.jalon.journal.Journal;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what the commission answered, right by right: some may come later than others. When none is awaited any more the file is decided. An answer
 * is
 * never written again: noted by mistake, it is withdrawn, and the file waits for it as before.
 */
@Service
public class NoterLesReponses {
  private static final Set<EtatDossierMdph> ATTENDENT = Set.of(EtatDossierMdph.DEPOSE, EtatDossierMdph.COMPLET, EtatDossierMdph.CONTESTE);
  private final RegistreDesDossiers registre;
  private final ReponsesDUnDossier reponses;
  private final EcheancesMdph echeances;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  NoterLesReponses(RegistreDesDossiers registre, ReponsesDUnDossier reponses, EcheancesMdph echeances, Parametres parametres, Journal journal,
      Clock horloge) {
    this.registre = registre;
    this.reponses = reponses;
    this.echeances = echeances;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * @param le       the day of the decision; of a silence, the day it is noted: what is written is the day it became a refusal
   * @param nouvelles one a right, those that came
   * @throws RefusMetier a field is wrong, one of them is answered already and otherwise, or the file awaits no answer
   */
  @Transactional
  public void executer(long personneId, long dossier, LocalDate le, List<NouvelleReponse> nouvelles) {
    Dossier d = registre.exiger(personneId, dossier);
    List<Reponse> deja = reponses.de(dossier);
    if (d.etat() == EtatDossierMdph.DECIDE && !nouvelles.isEmpty()
        && nouvelles.stream().allMatch(n -> deja.stream().anyMatch(r -> r.dit(n, jour(d, n, r.surRecours(), le))))) {
      return;
    }
    RegistreDesDossiers.exigerEtat(d, ATTENDENT);
    boolean recours = d.etat() == EtatDossierMdph.CONTESTE;
    List<Reponse> comptent = deja.stream().filter(r -> r.surRecours() == recours).toList();
    verifier(d, le, nouvelles, comptent);
    for (NouvelleReponse n : nouvelles) {
      if (comptent.stream().noneMatch(r -> r.droit() == n.droit())) {
        long reponse = reponses.ecrire(d, n, recours, jour(d, n, recours, le));
        if (n.sens() == SensDeLaReponse.ACCORDE && n.jusquAu() != null) {
          echeances.aRenouveler(personneId, reponse, le, n.jusquAu());
        }
      }
    }
    conclure(d, recours);
    journal.tracer("DOSSIER_MDPH_REPONSE", personneId, null, null);
  }

  private void verifier(Dossier d, LocalDate le, List<NouvelleReponse> nouvelles, List<Reponse> comptent) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    boolean recours = d.etat() == EtatDossierMdph.CONTESTE;
    LocalDate debut = recours ? d.contesteLe() : d.deposeLe();
    Fautes fautes = new Fautes().exiger(le != null, "decideeLe", "JOUR_DE_LA_DECISION", "Recopiez le jour de la décision.")
        .exiger(le == null || !le.isAfter(aujourdhui), "decideeLe", "DECISION_A_VENIR", "Ce jour n'est pas encore arrivé.")
        .exiger(le == null || debut == null || !le.isBefore(debut), "decideeLe", "DECIDE_AVANT_LE_DEPOT",
            recours ? "C'est avant le recours : vérifiez le jour." : "C'est avant le dépôt du dossier : vérifiez le jour.")
        .exiger(!nouvelles.isEmpty(), "reponses", "AUCUNE_REPONSE", "Dites ce qui est répondu pour un droit au moins.");
    for (NouvelleReponse n : nouvelles) {
      Optional<Reponse> sienne = comptent.stream().filter(r -> r.droit() == n.droit()).findFirst();
      fautes.exiger(sienne.isEmpty() || sienne.get().dit(n, jour(d, n, recours, le)),
              n.champ("sens"), "REPONSE_DEJA_NOTEE",
          "Une réponse est déjà notée pour ce droit : retirez-la d'abord si elle est fausse.");
      n.verifier(fautes, parametres.mois(n.droit().cleDeLaDuree(), aujourdhui), echeances::connues);
      if (n.sens() == SensDeLaReponse.SANS_REPONSE && debut != null) {
        LocalDate fin = finDuDelai(d, recours, le);
        fautes.exiger(le == null || le.isAfter(fin), n.champ("sens"), "SILENCE_TROP_TOT",
            "Le délai de la MDPH va jusqu'au %s : son silence n'est pas encore un refus ce jour-là.".formatted(
                Francais.longue(fin)), "R. 241-33 CASF");
      }
    }
    fautes.lever();
  }

  /** The day it was answered; a silence became a refusal the day its delay ended, whoever sees it later: the time to contest runs from there. */
  private LocalDate jour(Dossier d, NouvelleReponse n, boolean recours, LocalDate le) {
    return n.sens() == SensDeLaReponse.SANS_REPONSE ? finDuDelai(d, recours, le) : le;
  }

  /** The last day the MDPH could answer. @param sinon when it is not known since when it could */
  private LocalDate finDuDelai(Dossier d, boolean recours, LocalDate sinon) {
    LocalDate depuis = recours ? d.contesteLe() : d.attenduDepuis();
    return depuis == null ? sinon : recours ? echeances.finDuRecours(depuis) : echeances.finDeLaDecision(depuis);
  }

  /** Decided once no right asked is awaited; a recourse is, with its first answer. */
  private void conclure(Dossier d, boolean recours) {
    List<Reponse> toutes = reponses.de(d.id());
    boolean complet = recours || d.droits().stream().allMatch(x -> toutes.stream().anyMatch(r -> r.droit() == x));
    if (!complet) {
      return;
    }
    LocalDate le = toutes.stream().map(Reponse::decideeLe).max(LocalDate::compareTo).orElseThrow();
    registre.ecrire(d.id(), "decide_le = :le, suites_dites_le = null", Map.of("le", le));
    registre.passer(d, EtatDossierMdph.DECIDE, d.jour(le), null);
    if (recours) {
      echeances.recoursDecide(d, le);
    } else {
      echeances.decide(d, le, toutes.stream().anyMatch(r -> r.sens() != SensDeLaReponse.ACCORDE));
    }
  }

  /**
   * An answer was noted by mistake: it no longer counts, and stays readable.
   *
   * @throws RefusMetier no reason is said, or it was withdrawn already
   */
  @Transactional
  public void retirer(long personneId, long dossier, long reponse, String motif) {
    Dossier d = registre.exiger(personneId, dossier);
    Etape.verifierLaRaison(motif);
    RegistreDesDossiers.exigerEtat(d, Set.of(EtatDossierMdph.DEPOSE, EtatDossierMdph.COMPLET, EtatDossierMdph.DECIDE));
    List<Reponse> avant = reponses.de(dossier);
    Reponse lue = avant.stream().filter(r -> r.id() == reponse).findFirst().orElseThrow(() -> new RefusMetier("REPONSE_DEJA_RETIREE",
        "Cette réponse est déjà retirée : la page le montre maintenant."));
    if (!lue.surRecours() && avant.stream().anyMatch(Reponse::surRecours)) {
      throw new RefusMetier("REPONSE_CONTESTEE", "Un recours a répondu après celle-là : retirez d'abord la réponse au recours.");
    }
    reponses.retirer(List.of(reponse));
    LocalDate aujourdhui = LocalDate.now(horloge);
    echeances.renouveles(List.of(reponse), aujourdhui, false);
    String pourquoi = lue.droit().court() + ", réponse retirée : " + motif.strip();
    if (d.etat() == EtatDossierMdph.DECIDE) {
      rouvrir(d, lue.surRecours(), aujourdhui, pourquoi);
    } else {
      registre.noter(d, aujourdhui, pourquoi);
    }
    journal.tracer("DOSSIER_MDPH_CORRIGE", personneId, null, null);
  }

  private void rouvrir(Dossier d, boolean recours, LocalDate le, String pourquoi) {
    EtatDossierMdph vers = recours ? EtatDossierMdph.CONTESTE : d.completLe() == null ? EtatDossierMdph.DEPOSE : EtatDossierMdph.COMPLET;
    registre.exigerSansAutreOuvert(d.personneId(), d.id());
    registre.passer(d, vers, d.jour(le), CorrigerUnDossier.RETOUR + pourquoi);
    if (recours) {
      echeances.attendreLeRecoursDeNouveau(d);
    } else {
      registre.ecrire(d.id(), "decide_le = null, suites_dites_le = null", Map.of());
      echeances.attendreDeNouveau(d, le);
    }
  }
}
