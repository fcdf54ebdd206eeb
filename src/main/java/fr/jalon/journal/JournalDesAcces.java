package fr.jalon.journal;

import fr.jalon.habilitations.ActeSurCompte;
import fr.jalon.habilitations.Connexion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes what {@code habilitations}, which stands below, tells: logins, and what is done on accounts. In the transaction of the act. */
@Component
class JournalDesAcces {
  private final Journal journal;
  private final RefusEcrits refus;

  JournalDesAcces(Journal journal, RefusEcrits refus) {
    this.journal = journal;
    this.refus = refus;
  }

  @EventListener
  void connexion(Connexion c) {
    switch (c.acte().equals("CONNEXION_REFUSEE") ? refus.suite() : RefusEcrits.Suite.ECRIRE) {
      case ECRIRE -> journal.tracerAuNomDe(c.identifiant(), c.role(), c.acte(), c.objet());
      case DIRE_QUE_LA_SUITE_N_EST_PAS_ECRITE ->
          journal.tracerAuNomDe("inconnu", null, c.acte(), "Trop de refus depuis une heure : les suivants ne sont plus écrits un par un");
      case TAIRE -> { }
    }
  }

  @EventListener
  void acte(ActeSurCompte a) {
    journal.tracer(a.acte(), null, null, a.objet());
  }
}
