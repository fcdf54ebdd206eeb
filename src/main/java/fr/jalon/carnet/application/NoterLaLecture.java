package fr.jalon.carnet.application;

import fr.jalon.habilitations.AgentCourant;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remembers that the agent at work opened the whole notebook of a person: what is written since is new to her. */
@Service
public class NoterLaLecture {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  NoterLaLecture(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** @param personneId one she may see */
  @Transactional
  public void executer(long personneId) {
    base.sql("""
        insert into carnet.lecture (personne_id, agent, lue_le) values (?, ?, ?) on conflict (personne_id, agent) do update set lue_le = excluded.lue_le""")
        .params(personneId, agentCourant.perimetre().agent(), OffsetDateTime.now(horloge)).update();
  }
}
