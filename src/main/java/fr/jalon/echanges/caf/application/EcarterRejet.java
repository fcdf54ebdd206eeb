package fr.jalon.echanges.caf.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import org.springframework.stereotype.Service;

/** Sets a reject aside, with a reason: nobody has to look at it any more. */
@Service
public class EcarterRejet {
  private final RejetsGardes rejets;
  private final Journal journal;
  private final AgentCourant agentCourant;

  EcarterRejet(RejetsGardes rejets, Journal journal, AgentCourant agentCourant) {
    this.rejets = rejets;
    this.journal = journal;
    this.agentCourant = agentCourant;
  }

  /** @throws RefusMetier without a reason, or when the reject is no longer open */
  public void executer(long id, String motif) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas d'écarter un rejet.");
    }
    if (motif == null || motif.isBlank()) {
      throw new RefusMetier("RAISON_ABSENTE", "Dites pourquoi ce rejet est écarté : la raison est gardée.");
    }
    if (!rejets.ecarter(id, motif.strip(), agentCourant.perimetre().agent())) {
      throw new RefusMetier("REJET_TRAITE", "Ce rejet n'est plus ouvert : il a été rejoué, écarté ou guéri entre-temps. Revenez à la liste.");
    }
    journal.tracer("REJET_ECARTE", null, null, "Rejet " + id + " écarté : " + motif.strip());
  }
}
