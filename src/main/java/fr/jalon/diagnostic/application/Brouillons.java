package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.lecture.DiagnosticsDUnePersonne;
import fr.jalon.habilitations.AgentCourant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each agent began to type, kept at each answer: a closed window loses nothing. */
@Service
public class Brouillons {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  Brouillons(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** A draft. @param vu the diagnostic shown when it began, or {@code null} */
  public record Brouillon(Long vu, Reponses reponses, OffsetDateTime saisiLe) {}

  /** The draft of the agent at work. */
  @Transactional(readOnly = true)
  public Optional<Brouillon> mien(long personneId) {
    return base.sql("select diagnostic_vu, saisi_le, " + DiagnosticsDUnePersonne.REPONSES
        + " from diagnostic.brouillon d where personne_id = ? and agent = ? and reponses <> '{}'")
        .params(personneId, agent()).query((l, _) -> new Brouillon((Long) l.getObject("diagnostic_vu"), DiagnosticsDUnePersonne.reponses(l),
            l.getObject("saisi_le", OffsetDateTime.class))).optional();
  }

  /** Keeps it, in place of the one before. */
  @Transactional
  public void garder(long personneId, Long vu, Reponses reponses) {
    base.sql("""
        insert into diagnostic.brouillon (personne_id, agent, diagnostic_vu, reponses, saisi_le)
        values (:personne, :agent, :vu, jsonb_object(:criteres::text[], :reponses::text[]), :maintenant)
        on conflict (personne_id, agent) do update set diagnostic_vu = excluded.diagnostic_vu, reponses = excluded.reponses, saisi_le = excluded.saisi_le""")
        .param("personne", personneId).param("agent", agent()).param("vu", vu)
        .param("criteres", reponses.parCritere().keySet().toArray(String[]::new))
        .param("reponses", reponses.parCritere().values().toArray(String[]::new))
        .param("maintenant", OffsetDateTime.now(horloge)).update();
  }

  /** Empties it: what was typed is registered. */
  @Transactional
  public void effacer(long personneId) {
    base.sql("update diagnostic.brouillon set reponses = '{}' where personne_id = ? and agent = ?").params(personneId, agent()).update();
  }

  private String agent() {
    return agentCourant.perimetre().agent();
  }
}
