package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Loads a file refused only because its totals disagree, or held because it does not look like the one before, on the word of a named agent who says
 * why.
 */
@Service
public class AccepterEcart {
  private final DepotDeFichiers depot;
  private final FileDesChargements file;
  private final Registre registre;
  private final Retenus retenus;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final UnALaFois unALaFois;
  private final JdbcClient base;

  AccepterEcart(DepotDeFichiers depot, FileDesChargements file, Registre registre, Retenus retenus, Journal journal,
      AgentCourant agentCourant, UnALaFois unALaFois,
      @Qualifier("chargement") JdbcClient base) {
    this.unALaFois = unALaFois;
    this.depot = depot;
    this.file = file;
    this.registre = registre;
    this.retenus = retenus;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.base = base;
  }

  private record Refus(String fichier, String sha256, Long octets, LocalDate recuLe, boolean retenu) {}

  /**
   * @param importId the file refused or held
   * @param raison   kept with the file, and in the journal
   * @return row of the register of the load that starts
   * @throws RefusMetier without a reason, or when the file is no longer on the disk
   */
  public long executer(long importId, String raison) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas d'accepter un écart.");
    }
    if (raison == null || raison.isBlank()) {
      throw new RefusMetier("RAISON_ABSENTE", "Dites pourquoi vous acceptez cet écart : la raison est gardée avec le fichier.");
    }
    String sha256 = refuse(importId).sha256();
    return unALaFois.faire(sha256, () -> accepter(importId, refuse(importId), raison.strip()));
  }

  /** Read again once alone: what another accepted meanwhile is no longer refused. */
  private Refus refuse(long importId) {
    return base.sql("select fichier, sha256, octets, recu_le, statut = 'RETENU' retenu from echanges.import where id = ? and (statut = 'REFUSE' and ecart_seul or statut = 'RETENU')").param(importId)
        .query(Refus.class).optional()
        .orElseThrow(() -> new RefusMetier("PAS_UN_ECART",
        "Ce fichier n'est ni retenu, ni refusé pour un écart de totaux : il n'y a rien à accepter."));
  }

  private long accepter(long importId, Refus refus, String raison) {
    if (registre.dejaCharge(refus.sha256()).isPresent() || registre.enRoute(refus.sha256()).filter(id -> file.progres(id).isPresent()).isPresent()) {
      throw new RefusMetier("DEJA_CHARGE", "Ce fichier est déjà chargé, ou en train de l'être. Revenez à la liste des imports.");
    }
    Path fichier = depot.retrouver(refus.sha256()).orElseThrow(() -> new RefusMetier("FICHIER_PARTI",
        "Le fichier déposé n'est plus sur le serveur : "
        + (refus.retenu() ? "écartez cet import, puis déposez-le de nouveau, il sera retenu de même ; acceptez alors l'écart."
            : "déposez-le de nouveau, il sera refusé de même, puis acceptez l'écart.")));
    if (file.pleine()) {
      throw new RefusMetier("FILE_PLEINE", "Trop de fichiers attendent déjà leur tour. Acceptez celui-ci quand les premiers seront chargés.");
    }
    if (refus.retenu()) {
      return reprendre(importId, refus, fichier, raison);
    }
    journal.tracer("IMPORT_ECART_ACCEPTE", null, null, "Totaux du fichier " + refus.fichier() + " (import " + importId + ") acceptés : " + raison);
    long id = registre.attendre(refus.fichier(), refus.sha256(), refus.octets() == null ? 0 : refus.octets(), refus.recuLe(),
        agentCourant.perimetre().agent());
    file.ajouter(id, fichier, new Demande(fichier, refus.fichier(), refus.recuLe(), raison, id, false, Set.of()));
    return id;
  }

  /** The same row goes on: its reasons were read, they are accepted with the totals if these disagree too. */
  private long reprendre(long importId, Refus refus, Path fichier, String raison) {
    if (file.progres(importId).isPresent()) {
      throw new RefusMetier("DEJA_CHARGE", "Ce fichier est déjà en train d'être chargé. Rechargez la page.");
    }
    Retenus.Lues lues = retenus.reprendre(importId, agentCourant.perimetre().agent())
        .orElseThrow(() -> new RefusMetier("DEJA_DECIDE", "Quelqu'un vient de décider de ce fichier. Rechargez la page."));
    try {
      journal.tracer("IMPORT_ECART_ACCEPTE", null, null, "Fichier " + refus.fichier() + " (import " + importId + ") accepté : " + raison);
    } catch (RuntimeException e) {
      // nothing is accepted that is not traced: it is held again
      registre.interrompre(importId, "L'accord n'a pas pu être écrit dans le journal.");
      throw e;
    }
    String toutes = lues.raison() == null || lues.raison().equals(raison) ? raison : lues.raison() + " Puis : " + raison;
    file.ajouter(importId, fichier, new Demande(fichier, refus.fichier(), refus.recuLe(), toutes, importId, false, lues.codes()));
    return importId;
  }
}
