package fr.jalon.carnet.application;

import fr.jalon.habilitations.AgentCourant;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers what the agent at work was shown of what is new in the notebook of a person: a page holds a part of it, and an answer to an old thread
 * may be on another. What she was not shown stays new to her.
 */
@Service
public class NoterLaLecture {
  /** What was written less long ago is remembered one by one: another entry, begun before the reading, may still be on its way. */
  private static final Duration RECUL = Duration.ofSeconds(10);
  private final JdbcClient base;
  private final AgentCourant agentCourant;
  private final Parametres parametres;
  private final Clock horloge;

  NoterLaLecture(JdbcClient base, AgentCourant agentCourant, Parametres parametres, Clock horloge) {
    this.base = base;
    this.agentCourant = agentCourant;
    this.parametres = parametres;
    this.horloge = horloge;
  }

  /** @param personneId one she may see; @param montres the entries and answers shown; @param quand before they were read in the base */
  @Transactional
  public void executer(long personneId, Collection<Long> montres, OffsetDateTime quand) {
    String moi = agentCourant.perimetre().agent();
    base.sql("select id from carnet.lecture where personne_id = ? and agent = ? for update").params(personneId, moi).query(Long.class).optional();
    base.sql("""
        with nouveaux as (
          select e.id, e.ecrit_le, e.id = any (:montres) or e.id = any (coalesce(l.vues, '{}')) as vu
          from carnet.entree e left join carnet.lecture l on l.personne_id = e.personne_id and l.agent = :moi
          where e.personne_id = :personne and e.auteur <> :moi and e.repris_de is null and e.ecrit_le > greatest(l.lue_le, :depuis)),
        tous as (select coalesce(bool_and(vu), true) as vus from nouveaux)
        insert into carnet.lecture (personne_id, agent, lue_le, vues)
        select :personne, :moi, case when t.vus then :jusqua end, array(select n.id from nouveaux n where n.vu and (not t.vus or n.ecrit_le > :jusqua))
        from tous t
        on conflict (personne_id, agent) do update set lue_le = greatest(lecture.lue_le, excluded.lue_le), vues = excluded.vues""")
        .param("montres", montres.toArray(Long[]::new)).param("moi", moi).param("personne", personneId)
        .param("depuis", quand.minusDays(parametres.jours("carnet.nouveaux", LocalDate.now(horloge)))).param("jusqua", quand.minus(RECUL)).update();
  }
}
