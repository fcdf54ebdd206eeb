package fr.jalon.rendezvous.application;

import fr.jalon.habilitations.AgentSysteme;
import fr.jalon.rendezvous.EntretienChoisi;
import fr.jalon.rendezvous.PermanenceFermee;
import fr.jalon.rendezvous.domaine.EtatEntretien;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows an answer by the link or an absence, done as the system once it is written: the persons may be of a territory the agent does not see.
 */
@Component
class SuitesDesEntretiens {
  private final RegistreDesEntretiens registre;
  private final DonnerUnRendezVous entretiens;
  private final EcrirePourUnEntretien ecrire;
  private final AgentSysteme systeme;
  private final TransactionTemplate apart;

  SuitesDesEntretiens(RegistreDesEntretiens registre, DonnerUnRendezVous entretiens, EcrirePourUnEntretien ecrire, AgentSysteme systeme,
      PlatformTransactionManager transactions) {
    this.registre = registre;
    this.entretiens = entretiens;
    this.ecrire = ecrire;
    this.systeme = systeme;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Chosen: confirmed with its reminders. Given up: what was to leave no longer leaves. */
  @TransactionalEventListener
  void choisi(EntretienChoisi choix) {
    systeme.agir("lien-public", () -> {
      apart.executeWithoutResult(_ -> {
        RegistreDesEntretiens.Entretien e = registre.lire(choix.entretienId());
        if (e.etat() == EtatEntretien.CONFIRMEE) {
          ecrire.confirmer(e.id(), e.personneId(), registre.creneau(e.creneauId()));
        } else {
          ecrire.taire(e.id());
        }
      });
      return null;
    });
  }

  /** Who had an interview then is told, and has none any more. */
  @TransactionalEventListener
  void fermee(PermanenceFermee f) {
    systeme.agir("permanence-fermee", () -> {
      apart.executeWithoutResult(_ -> entretiens.annuler(registre.attendus(f.permanenceId(), f.du(), f.au()),
          "La personne qui devait recevoir est absente"));
      return null;
    });
  }
}
