package fr.jalon.handicap.application;

import fr.jalon.handicap.application.RegistreDesDossiers.Dossier;
import fr.jalon.handicap.domaine.Etape;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Undoes the last step of a file, or the whole of it when it was somebody else's; with why, and nothing is erased. */
@Service
public class CorrigerUnDossier {
  /** What the reason of a step undone begins with. */
  static final String RETOUR = "Retour en arrière. ";
  private static final Map<EtatDossierMdph, String> EFFACE = Map.of(EtatDossierMdph.DEPOSE, "depose_le = null, maison = null, reference = null",
      EtatDossierMdph.COMPLET, "complet_le = null", EtatDossierMdph.CONTESTE, "conteste_le = null");
  private final RegistreDesDossiers registre;
  private final ReponsesDUnDossier reponses;
  private final EcheancesMdph echeances;
  private final Journal journal;
  private final Clock horloge;
  private final JdbcClient base;

  CorrigerUnDossier(RegistreDesDossiers registre, ReponsesDUnDossier reponses, EcheancesMdph echeances, Journal journal, Clock horloge,
      JdbcClient base) {
    this.registre = registre;
    this.reponses = reponses;
    this.echeances = echeances;
    this.journal = journal;
    this.horloge = horloge;
    this.base = base;
  }

  private record Passage(String vers, LocalDate le, boolean retour) {}

  /**
   * The last step was a mistake: the file is again where it was.
   *
   * @param vu the state that the page showed
   * @throws RefusMetier no reason is said, it moved meanwhile, it has no step before, or answers are to be withdrawn one by one
   */
  @Transactional
  public void revenir(long personneId, long dossier, EtatDossierMdph vu, String motif) {
    Dossier d = registre.exiger(personneId, dossier);
    Etape.verifierLaRaison(motif);
    RegistreDesDossiers.exigerEtat(d, vu == null ? Set.of() : Set.of(vu));
    if (d.etat() == EtatDossierMdph.DECIDE) {
      throw new RefusMetier("RETIRER_LA_REPONSE", "Retirez la réponse notée par erreur, dans la liste des réponses : le dossier l'attendra de nouveau.");
    }
    Passage avant = avant(dossier);
    EtatDossierMdph vers = avant == null ? null : EtatDossierMdph.valueOf(avant.vers());
    if (vers == null || !d.etat().suivants().contains(vers)) {
      throw new RefusMetier("RIEN_A_DEFAIRE", "Ce dossier n'a pas d'étape à défaire : s'il est noté par erreur, écartez-le.");
    }
    if (d.etat() == EtatDossierMdph.DEPOSE && !reponses.de(dossier).isEmpty()) {
      throw new RefusMetier("REPONSES_NOTEES", "Des réponses sont notées : retirez-les d'abord, une par une.");
    }
    if (vers.ouvert()) {
      registre.exigerSansAutreOuvert(personneId, dossier);
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    // the step undone never was: its day is given back to the state before
    registre.passer(d, vers, d.dernierLe(), RETOUR + motif.strip());
    registre.ecrire(dossier, "etat_depuis = :le", Map.of("le", avant.le()));
    if (EFFACE.containsKey(d.etat())) {
      registre.ecrire(dossier, EFFACE.get(d.etat()), Map.of());
    }
    remettreLesDelais(d, vers, aujourdhui);
    journal.tracer("DOSSIER_MDPH_CORRIGE", personneId, null, null);
  }

  private void remettreLesDelais(Dossier d, EtatDossierMdph vers, LocalDate le) {
    switch (vers) {
      case DEPOSE -> echeances.attendre(d.personneId(), d.id(), d.deposeLe());
      case COMPLET -> echeances.attendre(d.personneId(), d.id(), d.attenduDepuis());
      case DECIDE -> echeances.neContestePlus(d, le);
      default -> echeances.oublier(d.id(), le);
    }
  }

  /** The state before the last step that still stands, {@code null} when the file was born where it is. */
  private Passage avant(long dossier) {
    List<Passage> passages = base.sql("""
        select vers, le, coalesce(motif like ?, false) as retour from handicap.passage where objet_id = ? and de is distinct from vers order by id""")
        .params(RETOUR + "%", dossier).query(Passage.class).list();
    Deque<Passage> etapes = new ArrayDeque<>();
    for (Passage p : passages) {
      if (p.retour()) {
        etapes.pop();
      } else {
        etapes.push(p);
      }
    }
    etapes.pop();
    return etapes.peek();
  }

  /** It is somebody else's, or never was: it counts for nothing. @throws RefusMetier no reason is said, or it is set aside already */
  @Transactional
  public void ecarter(long personneId, long dossier, String motif) {
    Dossier d = registre.exiger(personneId, dossier);
    Etape.verifierLaRaison(motif);
    if (d.etat() == EtatDossierMdph.ECARTE) {
      return;
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    List<Long> siennes = reponses.de(dossier).stream().map(ReponsesDUnDossier.Reponse::id).toList();
    reponses.retirer(siennes);
    echeances.renouveles(siennes, aujourdhui, false);
    echeances.oublier(dossier, aujourdhui);
    registre.passer(d, EtatDossierMdph.ECARTE, aujourdhui, motif.strip());
    journal.tracer("DOSSIER_MDPH_CORRIGE", personneId, null, null);
  }
}
