package fr.jalon.sorties.application;

import fr.jalon.echeances.Echeances;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import fr.jalon.sorties.SortieConstatee;
import fr.jalon.sorties.domaine.EtatSortie;
import fr.jalon.sorties.domaine.Rappels;
import fr.jalon.sorties.domaine.SortieDite;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says why a person left whom the file says gone, corrects what was said, or sets it aside; nothing is erased. */
@Service
public class CompleterUneSortie {
  private final RegistreDesSorties registre;
  private final PlanifierLesRappels rappels;
  private final Echeances echeances;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final Clock horloge;

  CompleterUneSortie(RegistreDesSorties registre, PlanifierLesRappels rappels, Echeances echeances, ApplicationEventPublisher evenements,
      Journal journal, Clock horloge) {
    this.registre = registre;
    this.rappels = rappels;
    this.echeances = echeances;
    this.evenements = evenements;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** As it is, locked; empty when it is not to be seen. */
  @Transactional
  public Optional<SortieDite> pourChanger(long personneId, long sortie) {
    return registre.chercher(personneId, sortie).map(RegistreDesSorties.Sortie::dite);
  }

  /**
   * What is now known of it: it is certain, and its calls follow.
   *
   * @throws RefusMetier a field is wrong, or it is not to be seen
   */
  @Transactional
  public void executer(long personneId, long sortie, SortieDite d) {
    registre.exigerVisible(personneId);
    RegistreDesSorties.Sortie s = registre.exiger(personneId, sortie);
    d.verifier(LocalDate.now(horloge), registre.premierDroit(personneId));
    registre.ecrire(sortie, d);
    LocalDate aujourdhui = LocalDate.now(horloge);
    if (s.etat() == EtatSortie.CONFIRMEE) {
      registre.noter(List.of(sortie), aujourdhui, "Corrigée");
    } else {
      registre.passer(List.of(sortie), EtatSortie.CONFIRMEE, aujourdhui, null);
      echeances.tenir(Nature.A_COMPLETER, List.of(sortie), aujourdhui);
    }
    rappels.planifier(personneId, sortie, d.raison(), d.le());
    journal.tracer("SORTIE_NOTEE", personneId, null, null);
    evenements.publishEvent(new SortieConstatee(personneId, sortie, d.raison().name(), d.le()));
  }

  /** It is no exit, or was written by mistake: it counts for nothing, and nobody is called. @throws RefusMetier no reason is said */
  @Transactional
  public void ecarter(long personneId, long sortie, String motif) {
    RegistreDesSorties.Sortie s = registre.exiger(personneId, sortie);
    Rappels.exigerLaRaison(motif);
    if (s.etat() == EtatSortie.ECARTEE) {
      return;
    }
    LocalDate aujourdhui = LocalDate.now(horloge);
    registre.passer(List.of(sortie), EtatSortie.ECARTEE, aujourdhui, motif.strip());
    echeances.rendreCaduque(Nature.A_COMPLETER, List.of(sortie), aujourdhui);
    rappels.annuler(List.of(sortie), "La sortie est écartée");
    journal.tracer("SORTIE_ECARTEE", personneId, null, null);
  }
}
