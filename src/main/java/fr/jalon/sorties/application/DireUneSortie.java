package fr.jalon.sorties.application;

import fr.jalon.journal.Journal;
import fr.jalon.sorties.SortieConstatee;
import fr.jalon.sorties.domaine.SortieDite;
import fr.jalon.sorties.domaine.SourceDeSortie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes an exit, or a return to work while the right is still open, that somebody tells before a file does. */
@Service
public class DireUneSortie {
  private final RegistreDesSorties registre;
  private final PlanifierLesRappels rappels;
  private final ApplicationEventPublisher evenements;
  private final Journal journal;
  private final Clock horloge;

  DireUneSortie(RegistreDesSorties registre, PlanifierLesRappels rappels, ApplicationEventPublisher evenements, Journal journal, Clock horloge) {
    this.registre = registre;
    this.rappels = rappels;
    this.evenements = evenements;
    this.journal = journal;
    this.horloge = horloge;
  }

  /**
   * Writes it, once, and plans its calls.
   *
   * @param cle number of the form: sent twice, it is written once
   * @return its number
   * @throws fr.jalon.socle.RefusMetier a field is wrong, the file proposes one that waits, it is known already, or she is no longer to be seen
   */
  @Transactional
  public long executer(long personneId, SortieDite d, UUID cle) {
    registre.exigerVisible(personneId);
    // what a former tool knew may be of a spell that our files do not go back to
    d.verifier(LocalDate.now(horloge), d.source() == SourceDeSortie.REPRISE ? null : registre.premierDroit(personneId));
    return registre.dejaEcrite(personneId, cle).orElseGet(() -> {
      registre.exigerSansAutre(personneId, d);
      return registre.creer(personneId, d, cle).map(id -> suites(personneId, id, d)).orElseGet(() -> registre.dejaEcrite(personneId, cle)
          .orElseThrow());
    });
  }

  private long suites(long personneId, long id, SortieDite d) {
    rappels.planifier(personneId, id, d.raison(), d.le());
    journal.tracer("SORTIE_NOTEE", personneId, null, null);
    evenements.publishEvent(new SortieConstatee(personneId, id, d.raison().name(), d.le()));
    return id;
  }
}
