package fr.jalon.accompagnement.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back a contact noted by mistake: it stays, crossed out, with who did it and why. */
@Service
public class RetirerUnContact {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  RetirerUnContact(JdbcClient base, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  private record Note(long personneId, String saisiPar, boolean retire) {}

  /**
   * By whoever noted it, or who answers for the team.
   *
   * @return the person it was about
   * @throws RefusMetier without a reason, or noted by somebody else
   */
  @Transactional
  public long executer(long contact, String motif) {
    Note n = base.sql("select personne_id, saisi_par, retire_le is not null as retire from accompagnement.contact where id = ? for update")
        .param(contact)
        .query(Note.class).optional().orElseThrow(() ->
        new RefusMetier("CONTACT_INCONNU", "Ce contact n'est pas dans ce que vous pouvez consulter."));
    if (n.retire()) {
      return n.personneId();
    }
    if (motif == null || motif.isBlank()) {
      throw new RefusMetier("RETRAIT_SANS_RAISON", "Dites pourquoi ce contact est retiré : la raison reste avec lui.");
    }
    if (!n.saisiPar().equals(agentCourant.perimetre().agent()) && !agentCourant.perimetre().peut("INDICATEURS")) {
      throw new RefusMetier("CONTACT_D_UN_AUTRE", "Un collègue a noté ce contact : lui seul, ou votre responsable, peut le retirer.");
    }
    base.sql("update accompagnement.contact set retire_le = ?, retire_par = ?, retire_motif = ? where id = ?")
        .params(OffsetDateTime.now(horloge), agentCourant.perimetre().agent(), motif.strip()
        .substring(0, Math.min(300, motif.strip().length())), contact)
        .update();
    journal.tracer("CONTACT_RETIRE", n.personneId(), null, motif.strip());
    return n.personneId();
  }
}
