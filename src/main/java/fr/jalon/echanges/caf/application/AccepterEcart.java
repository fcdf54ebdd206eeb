package fr.jalon.echanges.caf.application;

import fr.jalon.echanges.caf.application.ChargerFichier.Demande;
import fr.jalon.habilitations.AgentCourant;
import fr.jalon.socle.RefusMetier;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Loads a file refused only because its totals disagree, on the word of a named agent who says why. */
@Service
public class AccepterEcart {
  private final DepotDeFichiers depot;
  private final FileDesChargements file;
  private final Registre registre;
  private final AgentCourant agentCourant;
  private final JdbcClient base;

  AccepterEcart(DepotDeFichiers depot, FileDesChargements file, Registre registre, AgentCourant agentCourant, @Qualifier("chargement") JdbcClient base) {
    this.depot = depot;
    this.file = file;
    this.registre = registre;
    this.agentCourant = agentCourant;
    this.base = base;
  }

  private record Refus(String fichier, String sha256, Long octets, LocalDate recuLe) {}

  /**
   * @param importId the refused file
   * @param raison   kept with the file, and in the journal
   * @return row of the register of the load that starts
   * @throws RefusMetier without a reason, or when the file is no longer on the disk
   */
  public synchronized long executer(long importId, String raison) {
    if (!agentCourant.perimetre().peut("IMPORTS")) {
      throw new RefusMetier("HABILITATION", "Votre rôle ne permet pas d'accepter un écart.");
    }
    if (raison == null || raison.isBlank()) {
      throw new RefusMetier("RAISON_ABSENTE", "Dites pourquoi vous acceptez cet écart : la raison est gardée avec le fichier.");
    }
    Refus refus = base.sql("select fichier, sha256, octets, recu_le from echanges.import where id = ? and statut = 'REFUSE' and ecart_seul").param(importId)
        .query(Refus.class).optional()
        .orElseThrow(() -> new RefusMetier("PAS_UN_ECART", "Ce fichier n'est pas refusé pour un écart de totaux : il n'y a rien à accepter."));
    if (registre.dejaCharge(refus.sha256()).isPresent() || registre.enRoute(refus.sha256()).filter(id -> file.progres(id).isPresent()).isPresent()) {
      throw new RefusMetier("DEJA_CHARGE", "Ce fichier est déjà chargé, ou en train de l'être. Revenez à la liste des imports.");
    }
    Path fichier = depot.retrouver(refus.sha256()).orElseThrow(() -> new RefusMetier("FICHIER_PARTI",
        "Le fichier déposé n'est plus sur le serveur : déposez-le de nouveau, il sera refusé de même, puis acceptez l'écart."));
    long id = registre.attendre(refus.fichier(), refus.sha256(), refus.octets() == null ? 0 : refus.octets(), refus.recuLe(), agentCourant.perimetre().agent());
    file.ajouter(id, fichier, new Demande(fichier, refus.fichier(), refus.recuLe(), raison.strip(), id));
    return id;
  }
}
