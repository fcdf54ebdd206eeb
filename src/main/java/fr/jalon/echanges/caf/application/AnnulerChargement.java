package fr.jalon.echanges.caf.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import org.springframework.stereotype.Service;

/**
 * Stops a load that waits or is under way: who dropped the file may, who accepted it though it was held, and who keeps the accounts. What it had
 * written is undone.
 */
@Service
public class AnnulerChargement {
  private final FileDesChargements file;
  private final Registre registre;
  private final Journal journal;
  private final AgentCourant agentCourant;

  AnnulerChargement(FileDesChargements file, Registre registre, Journal journal, AgentCourant agentCourant) {
    this.file = file;
    this.registre = registre;
    this.journal = journal;
    this.agentCourant = agentCourant;
  }

  /** True when the agent at work may stop the load of this file. The register says whose it is by login: pages only hold names. */
  public boolean permis(long importId) {
    Perimetre p = agentCourant.perimetre();
    return p.peut("IMPORTS") && registre.responsables(importId).contains(p.agent()) || p.peut("HABILITATIONS");
  }

  /**
   * @param importId row of the register
   * @throws RefusMetier when the agent may not, or when it is over
   */
  public void executer(long importId) {
    if (!permis(importId)) {
      throw new RefusMetier("HABILITATION",
          "Seuls la personne qui a déposé ce fichier, celle qui l'a accepté et l'administration peuvent l'annuler.");
    }
    if (!file.annuler(importId, agentCourant.perimetre().nom())) {
      throw new RefusMetier("TROP_TARD", "Ce chargement ne peut plus être annulé : il est fini, ou il a été lancé par une commande du serveur.");
    }
    journal.tracer("IMPORT_ANNULE", null, null, "Chargement de l'import " + importId + " annulé");
  }
}
