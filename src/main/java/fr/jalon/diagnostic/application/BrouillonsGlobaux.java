package fr.jalon.diagnostic.application;

import fr.jalon.diagnostic.domaine.Reponses;
import fr.jalon.diagnostic.domaine.Rubrique;
import fr.jalon.diagnostic.lecture.DiagnosticsDUnePersonne;
import fr.jalon.habilitations.AgentCourant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each agent began to type in a global diagnostic, part by part, kept at each answer. */
@Service
public class BrouillonsGlobaux {
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Clock horloge;

  BrouillonsGlobaux(JdbcClient base, AgentCourant agentCourant, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.horloge = horloge;
  }

  /** The draft of the agent at work: every field of each part, by part; empty when she began nothing. */
  @Transactional(readOnly = true)
  public Map<String, Reponses> miens(long personneId) {
    Map<String, Reponses> miens = new LinkedHashMap<>();
    base.sql("select d.rubrique, " + DiagnosticsDUnePersonne.REPONSES
        + " from diagnostic.brouillon_global d where d.personne_id = ? and d.agent = ? and d.reponses <> '{}'")
        .params(personneId, agentCourant.perimetre().agent())
        .query((l, _) -> Map.entry(l.getString("rubrique"), DiagnosticsDUnePersonne.reponses(l))).list()
        .forEach(e -> miens.put(e.getKey(), e.getValue()));
    return miens;
  }

  /** Keeps one part, in place of what was kept of it. @param champs every field of the form, what was seen included */
  @Transactional
  public void garder(long personneId, Rubrique r, Reponses champs) {
    base.sql("""
        insert into diagnostic.brouillon_global (personne_id, agent, rubrique, sante, reponses, saisi_le)
        values (:personne, :agent, :rubrique, :sante, jsonb_object(:champs::text[], :reponses::text[]), :maintenant)
        on conflict (personne_id, agent, rubrique) do update set reponses = excluded.reponses, saisi_le = excluded.saisi_le""")
        .param("personne", personneId).param("agent", agentCourant.perimetre().agent()).param("rubrique", r.code()).param("sante", r.sante())
        .param("champs", champs.parCritere().keySet().toArray(String[]::new))
        .param("reponses", champs.parCritere().values().toArray(String[]::new)).param("maintenant", OffsetDateTime.now(horloge)).update();
  }

  /** Empties it: what was typed is registered. */
  @Transactional
  public void effacer(long personneId) {
    base.sql("update diagnostic.brouillon_global set reponses = '{}' where personne_id = ? and agent = ?")
        .params(personneId, agentCourant.perimetre().agent()).update();
  }
}
