package fr.jalon.journal;

import fr.jalon.habilitations.ActeSurCompte;
import fr.jalon.habilitations.Connexion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what {@code habilitations}, which stands below, tells: logins, and what is done on accounts. In the transaction of the act. */
@Component
class JournalDesAcces {
  private final Journal journal;

  JournalDesAcces(Journal journal) {
    this.journal = journal;
  }

  @EventListener
  void connexion(Connexion c) {
    journal.tracerAuNomDe(c.identifiant(), c.role(), c.acte(), c.objet());
  }

  @EventListener
  void acte(ActeSurCompte a) {
    journal.tracer(a.acte(), null, null, a.objet());
  }
}
