package fr.jalon.echanges.caf.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import org.springframework.stereotype.Service;

/** Gives up a file that was held: nothing of it is kept, and it leaves the disk. */
@Service
public class EcarterFichier {
  private final Retenus retenus;
  private final DepotDeFichiers depot;
  private final Journal journal;
  private final AgentCourant agentCourant;

  EcarterFichier(Retenus retenus, DepotDeFichiers depot, Journal journal, AgentCourant agentCourant) {
    this.retenus = retenus;
    this.depot = depot;
    this.journal = journal;
    this.agentCourant = agentCourant;
  }

  /** @throws RefusMetier when it is not held */
  public void executer(long importId) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas d'écarter un fichier.");
    }
    String qui = agentCourant.perimetre().nom();
    String sha256 = retenus.ecarter(importId, "Écarté par " + qui + ". Rien n'a été chargé.")
        .orElseThrow(() -> new RefusMetier("PAS_RETENU", "Ce fichier n'est plus retenu : quelqu'un vient d'en décider. Rechargez la page."));
    try {
      journal.tracer("IMPORT_ECARTE", null, null, "Fichier de l'import " + importId + " écarté");
    } finally {
      // the register says who gave it up, whatever becomes of the journal
      depot.retrouver(sha256).ifPresent(depot::oublier);
    }
  }
}
