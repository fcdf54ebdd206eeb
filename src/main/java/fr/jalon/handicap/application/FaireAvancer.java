package fr.jalon.handicap.application;

import static fr.jalon.handicap.domaine.EtatDossierMdph.ABANDONNE;
import static fr.jalon.handicap.domaine.EtatDossierMdph.A_CONSTITUER;
import static fr.jalon.handicap.domaine.EtatDossierMdph.COMPLET;
import static fr.jalon.handicap.domaine.EtatDossierMdph.CONTESTE;
import static fr.jalon.handicap.domaine.EtatDossierMdph.DECIDE;
import static fr.jalon.handicap.domaine.EtatDossierMdph.DECLINE;
import static fr.jalon.handicap.domaine.EtatDossierMdph.DEPOSE;
import static fr.jalon.handicap.domaine.EtatDossierMdph.PROPOSE;

import fr.jalon.handicap.application.RegistreDesDossiers.Dossier;
import fr.jalon.handicap.domaine.Depot;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.domaine.Etape;
import fr.jalon.journal.Journal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each step of a file, as the person and her référent live it. The same step twice, from a second click, is once. */
@Service
public class FaireAvancer {
  private final RegistreDesDossiers registre;
  private final EcheancesMdph echeances;
  private final RenouvelerDesDroits droits;
  private final Journal journal;
  private final Clock horloge;

  FaireAvancer(RegistreDesDossiers registre, EcheancesMdph echeances, RenouvelerDesDroits droits, Journal journal, Clock horloge) {
    this.registre = registre;
    this.echeances = echeances;
    this.droits = droits;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** She agrees to make one. @throws fr.jalon.socle.RefusMetier the day is wrong, or it was no longer only proposed; likewise for each below */
  @Transactional
  public void accepter(long personneId, long dossier, LocalDate le) {
    passer(personneId, dossier, Set.of(PROPOSE), A_CONSTITUER, le, null, _ -> {});
  }

  /** She does not want one. No reason is asked: it is her choice, and nothing follows from it. */
  @Transactional
  public void decliner(long personneId, long dossier, LocalDate le) {
    passer(personneId, dossier, Set.of(PROPOSE, A_CONSTITUER), DECLINE, le, null, _ -> {});
  }

  /** It was filed. */
  @Transactional
  public void deposer(long personneId, long dossier, Depot depot) {
    Dossier d = registre.exiger(personneId, dossier);
    if (d.etat() == DEPOSE) {
      return;
    }
    RegistreDesDossiers.exigerEtat(d, Set.of(A_CONSTITUER));
    depot.verifier(d.etatDepuis(), LocalDate.now(horloge));
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("le", depot.le());
    valeurs.put("maison", depot.maison());
    valeurs.put("reference", depot.reference().isEmpty() ? null : depot.reference());
    registre.ecrire(dossier, "depose_le = :le, maison = :maison, reference = :reference::text", valeurs);
    registre.passer(d, DEPOSE, d.jour(depot.le()), null);
    echeances.attendre(personneId, dossier, depot.le());
    droits.demandes(personneId, d.droits(), depot.le());
    tracer(personneId);
  }

  /** The MDPH says that it is complete: the delay runs from that day. */
  @Transactional
  public void completer(long personneId, long dossier, LocalDate le) {
    passer(personneId, dossier, Set.of(DEPOSE), COMPLET, le, "complet_le = :le", d -> echeances.attendre(personneId, d.id(), le));
  }

  /** She asks the MDPH to look again. */
  @Transactional
  public void contester(long personneId, long dossier, LocalDate le) {
    registre.exigerSansAutreOuvert(personneId, dossier);
    passer(personneId, dossier, Set.of(DECIDE), CONTESTE, le, "conteste_le = :le", d -> echeances.conteste(d, le));
  }

  /** What the answer changes was told to her. */
  @Transactional
  public void direLesSuites(long personneId, long dossier, LocalDate le) {
    Dossier d = registre.exiger(personneId, dossier);
    RegistreDesDossiers.exigerEtat(d, Set.of(DECIDE));
    Etape.verifier(le, d.decideLe(), LocalDate.now(horloge));
    registre.ecrire(dossier, "suites_dites_le = :le", Map.of("le", le));
    registre.noter(d, d.jour(le), "Les suites sont dites à la personne");
    tracer(personneId);
  }

  /** It does not go on. @throws fr.jalon.socle.RefusMetier no reason is said, besides */
  @Transactional
  public void abandonner(long personneId, long dossier, LocalDate le, String motif) {
    Dossier d = registre.exiger(personneId, dossier);
    if (d.etat() == ABANDONNE) {
      return;
    }
    RegistreDesDossiers.exigerEtat(d, Set.of(PROPOSE, A_CONSTITUER, DEPOSE, COMPLET));
    Etape.verifier(le, d.auPlusTot(), motif, LocalDate.now(horloge));
    registre.passer(d, ABANDONNE, d.jour(le), motif.strip());
    echeances.oublier(dossier, le);
    tracer(personneId);
  }

  /** It goes on after all, where its papers are gathered. */
  @Transactional
  public void reprendre(long personneId, long dossier, LocalDate le) {
    registre.exigerSansAutreOuvert(personneId, dossier);
    passer(personneId, dossier, Set.of(DECLINE, ABANDONNE), A_CONSTITUER, le, "depose_le = null, complet_le = null", _ -> {});
  }

  private void passer(long personneId, long dossier, Set<EtatDossierMdph> depuis, EtatDossierMdph vers, LocalDate le, String ecrire,
      Consumer<Dossier> suite) {
    Dossier d = registre.exiger(personneId, dossier);
    if (d.etat() == vers) {
      return;
    }
    RegistreDesDossiers.exigerEtat(d, depuis);
    Etape.verifier(le, d.auPlusTot(), LocalDate.now(horloge));
    if (ecrire != null) {
      registre.ecrire(dossier, ecrire, Map.of("le", le));
    }
    registre.passer(d, vers, d.jour(le), null);
    suite.accept(d);
    tracer(personneId);
  }

  private void tracer(long personneId) {
    journal.tracer("DOSSIER_MDPH_AVANCE", personneId, null, null);
  }
}
