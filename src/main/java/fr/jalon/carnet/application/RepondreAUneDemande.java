package fr.jalon.carnet.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that what was asked was read, or done: by whom it was asked of, or who asked for a task. */
@Service
public class RepondreAUneDemande {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Journal journal;
  private final Clock horloge;

  RepondreAUneDemande(JdbcClient base, AgentCourant agentCourant, Journal journal, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.journal = journal;
    this.horloge = horloge;
  }

  private record Lue(long personneId, boolean mienne, boolean faite) {}

  /** Done twice is done once. @return the person @throws RefusMetier when it is somebody else's, or no longer to be read */
  @Transactional
  public long executer(long demande) {
    String moi = agentCourant.perimetre().agent();
    Lue lue = base.sql("select personne_id, pour = ? or genre = 'TACHE' and demandee_par = ? as mienne, faite_le is not null as faite from carnet.demande where id = ?")
        .params(moi, moi, demande).query(Lue.class).optional().filter(Lue::mienne).orElseThrow(() -> new RefusMetier("DEMANDE_D_AUTRUI",
            "Ce n'est pas à vous que c'est demandé, ou cette personne n'est plus dans ce que vous pouvez consulter."));
    if (!lue.faite()) {
      base.sql("update carnet.demande set faite_le = ?, faite_par = ? where id = ? and faite_le is null")
          .params(OffsetDateTime.now(horloge), moi, demande)
          .update();
      journal.tracer("CARNET_DEMANDE_FAITE", lue.personneId(), null, null);
    }
    return lue.personneId();
  }
}
