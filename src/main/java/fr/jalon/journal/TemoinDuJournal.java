package fr.jalon.journal;

import fr.jalon.ecran.LignesTracees;
import fr.jalon.ecran.PersonnesMontrees;
import fr.jalon.ecran.Temoin;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.socle.RefusMetier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes who is shown, just before she is, in a transaction of its own that is over when the first byte leaves: an answer cut short is still
 * in the journal, and what cannot be written is not shown. One row for a page; a row for each thousand persons of a file.
 */
@Component
class TemoinDuJournal implements Temoin {
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final TransactionTemplate aPart;
  private final Semaphore places;
  private final Duration auPlus;

  /**
   * @param places files that may leave together: each may hold two connections of the pages while its reader reads
   * @param auPlus how long one may take: a few slow readers do not keep the others from theirs
   */
  TemoinDuJournal(Journal journal, AgentCourant agentCourant, PlatformTransactionManager transactions,
      @Value("${jalon.exports.ensemble:4}") int places,
      @Value("${jalon.exports.au-plus:10m}") Duration auPlus) {
    this.places = new Semaphore(places);
    this.auPlus = auPlus;
    this.journal = journal;
    this.agentCourant = agentCourant;
    aPart = new TransactionTemplate(transactions);
    aPart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void montrer(Object modele) {
    PersonnesMontrees vues = PersonnesMontrees.de(modele);
    Journal.Annonce annonce = Journal.Annonce.presente();
    if (annonce == null && vues.ids().isEmpty()) {
      return;
    }
    String acte = agentCourant.perimetre().agent().isEmpty() ? "LIEN_CONSULTE" : annonce != null ? annonce.acte() : vues.ids()
        .size() == 1 ? "CONSULTATION" : "LISTE";
    ecrire(acte, annonce == null ? new Journal.Objet(null, null, null) : annonce.objet(), vues);
  }

  @Override
  public void exporter(String quoi, Object lignes) {
    ecrire("EXPORT", new Journal.Objet(null, null, quoi), PersonnesMontrees.de(lignes));
  }

  @Override
  public <T> LignesTracees<T> lignes(String quoi, Stream<T> lignes) {
    if (!places.tryAcquire()) {
      lignes.close();
      throw new RefusMetier("EXPORTS_EN_COURS",
          "D'autres exports sont en train de partir, chacun dure %d minutes au plus. Attendez une minute, puis recommencez : rien n'est perdu.".formatted(auPlus.toMinutes()));
    }
    return new LignesTracees<>(this, quoi, lignes, auPlus, System::nanoTime, places::release);
  }

  /** The one person shown, or the one whose page it is, is named alone; the others are in the list. */
  private void ecrire(String acte, Journal.Objet objet, PersonnesMontrees vues) {
    List<Long> autres = new ArrayList<>(vues.ids());
    Long sujet = objet.personneId() == null && autres.size() == 1 ? autres.getFirst() : objet.personneId();
    autres.remove(sujet);
    Perimetre p = agentCourant.perimetre();
    aPart.executeWithoutResult(_ -> journal.ecrire(p.agent(), p.role(), acte, new Journal.Objet(sujet, objet.foyerId(), objet.phrase()), autres,
        EcranMontre.filtre(), vues.sante()));
  }
}
