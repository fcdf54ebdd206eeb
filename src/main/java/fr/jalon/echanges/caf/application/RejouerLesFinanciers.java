package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.application.RejouerRejet.Issue;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Replays the amounts refused because their foyer was not known yet: a financial file came before the one of the beneficiaries. */
@Service
public class RejouerLesFinanciers {
  private static final Logger LOG = LoggerFactory.getLogger(RejouerLesFinanciers.class);
  private final RejetsGardes rejets;
  private final RejouerRejet rejouer;
  private final Journal journal;
  private final AgentCourant agentCourant;

  RejouerLesFinanciers(RejetsGardes rejets, RejouerRejet rejouer, Journal journal, AgentCourant agentCourant) {
    this.rejets = rejets;
    this.rejouer = rejouer;
    this.journal = journal;
    this.agentCourant = agentCourant;
  }

  /** What was done: dossiers recorded, dossiers still refused. */
  public record Bilan(int enregistres, int encoreRejetes) {}

  /**
   * @param importId only the rejects of this file, or {@code null} for all
   * @throws RefusMetier when a file is being loaded
   */
  public Bilan executer(Long importId) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas de rejouer des rejets.");
    }
    int enregistres = 0;
    int encore = 0;
    for (Long id : rejets.financiersDevenusConnus(importId)) {
      if (rejouer.rejouer(id, null) instanceof Issue.Enregistre) {
        enregistres++;
      } else {
        encore++;
      }
    }
    if (enregistres + encore > 0) {
      journal.tracer("REJETS_REJOUES", null, null, enregistres + " dossiers financiers rejoués, " + encore + " encore refusés");
    }
    return new Bilan(enregistres, encore);
  }

  /** How many could be replayed now; 0 when the agent may not. */
  public int rejouables(Long importId) {
    return agentCourant.perimetre().peut("IMPORTS") ? rejets.financiersDevenusConnus(importId).size() : 0;
  }

  /** Once beneficiaries are loaded. What fails here fails alone: the file itself is loaded. */
  void apresDesBeneficiaires() {
    try {
      executer(null);
    } catch (RuntimeException e) {
      LOG.warn("Les rejets financiers n'ont pas pu être rejoués ; ils restent ouverts", e);
    }
  }
}
