package fr.jalon.diagnostic;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many freins many persons have, and whether anything is done about them, in one query. */
@Component
public class FreinsOuverts {
  private final JdbcClient base;

  FreinsOuverts(JdbcClient base) {
    this.base = base;
  }

  /**
   * Of one person, as the agent may read it. A number names no theme: it is not told as health.
   *
   * @param freins           freins open or lifted in part
   * @param sansActionDepuis since when no action is planned nor under way, {@code null} when one is: her oldest frein
   *     was opened, or opened again, or her last action ended, the later of the two
   */
  public record EnBref(long personneId, int freins, LocalDate sansActionDepuis) {}

  /** By person; who has no frein open is not there. */
  @Transactional(readOnly = true)
  public Map<Long, EnBref> de(Collection<Long> personnes) {
    return base.sql("""
        select f.personne_id, count(*)::int as freins, case when not coalesce(bool_or(x.en_route), false) then greatest(min(o.le), max(x.fin)) end as sans_action_depuis
        from diagnostic.frein f
        cross join lateral (select max(p.le) as le from diagnostic.frein_passage p
          where p.objet_id = f.id and p.vers = 'OUVERT' and (p.de is null or p.de = 'LEVE')) o
        left join lateral (select max(a.etat_depuis) filter (where a.etat in ('FAITE', 'ABANDONNEE')) as fin,
            bool_or(a.etat in ('PREVUE', 'EN_COURS')) as en_route
          from diagnostic.action a where a.personne_id = f.personne_id) x on true
        where f.personne_id = any(:personnes::bigint[]) and f.etat <> 'LEVE' group by 1""").param("personnes", personnes.toArray(Long[]::new))
        .query(EnBref.class).list().stream().collect(Collectors.toMap(EnBref::personneId, Function.identity()));
  }
}
