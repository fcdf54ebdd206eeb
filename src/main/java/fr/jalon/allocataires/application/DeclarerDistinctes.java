package fr.jalon.allocataires.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.journal.Journal;
import fr.jalon.socle.RefusMetier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two records that look alike are two humans: the task is closed, and files do not raise it again. */
@Component
public class DeclarerDistinctes {
  private final JdbcClient base;
  private final Journal journal;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  DeclarerDistinctes(JdbcClient base, Journal journal, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.journal = journal;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** @throws RefusMetier when the task is unknown, out of the perimeter, or already settled */
  @Transactional
  public void declarer(long doublonId) {
    Map<String, Object> paire = base.sql("""
        update allocataires.doublon set etat = 'DISTINCTES', traite_par = ?, traite_le = ? where id = ? and etat = 'A_EXAMINER'
        returning personne_a, personne_b""").params(agentCourant.perimetre().agent(), OffsetDateTime.now(horloge), doublonId).query().listOfRows()
        .stream().findFirst().orElseThrow(() -> new RefusMetier("DOUBLON_TRAITE", "Ce doublon possible a déjà été traité. Revenez à la liste."));
    journal.tracer("DOUBLON_DISTINCT", (Long) paire.get("personne_a"), null,
        "Fiches " + paire.get("personne_a") + " et " + paire.get("personne_b") + " : deux personnes");
    journal.tracer("DOUBLON_DISTINCT", (Long) paire.get("personne_b"), null,
        "Fiches " + paire.get("personne_a") + " et " + paire.get("personne_b") + " : deux personnes");
  }
}
