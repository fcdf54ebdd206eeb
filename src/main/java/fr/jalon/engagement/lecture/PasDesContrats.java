package fr.jalon.engagement.lecture;

import fr.jalon.engagement.domaine.EtatContrat;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the contracts of many persons are, and what is to be done about them, in one query. */
@Component
public class PasDesContrats {
  private final JdbcClient base;

  PasDesContrats(JdbcClient base) {
    this.base = base;
  }

  /**
   * One person.
   *
   * @param etat      of her open contract or the one that ended last, {@code null} when she has none
   * @param limite    last day to sign, {@code null} when none runs; @param reference its article
   * @param jusquAu   last day of what is in force; @param preparee true when a version is being prepared; @param presentee when it is presented
   * @param signatures how many of the two stand; @param validation asked of a responsable, granted, sent back, or {@code null}
   */
  public record Ligne(long personneId, Long contratId, EtatContrat etat, LocalDate etatDepuis, LocalDate limite, String reference, LocalDate jusquAu,
      boolean preparee, boolean presentee, int signatures, String validation) {}

  /** By person; who has neither a delay nor a contract is not there. */
  @Transactional(readOnly = true)
  public Map<Long, Ligne> de(Collection<Long> personnes) {
    return base.sql("""
        with elles as (select unnest(:personnes::bigint[]) as personne_id),
        siens as (select distinct on (c.personne_id) c.* from engagement.contrat c where c.personne_id = any(:personnes::bigint[]) and c.etat <> 'ECARTE'
          order by c.personne_id, c.etat in ('A_ELABORER', 'A_SIGNER', 'SIGNE', 'REFUSE', 'SUSPENDU') desc, c.id desc),
        delais as (select distinct on (x.personne_id) x.personne_id, x.limite_legale, x.reference_legale from echeances.echeance x
          where x.personne_id = any(:personnes::bigint[]) and x.nature = 'CONTRAT_ENGAGEMENT' and x.etat = 'OUVERTE' order by x.personne_id, x.id desc)
        select e.personne_id, c.id as contrat_id, c.etat, c.etat_depuis, d.limite_legale as limite, d.reference_legale as reference, c.jusqu_au,
          v.id is not null as preparee, v.presentee_le is not null as presentee,
          coalesce((select count(*)::int from engagement.signature g where g.version_id = v.id and g.annulee_le is null), 0) as signatures, v.validation
        from elles e left join siens c on c.personne_id = e.personne_id left join delais d on d.personne_id = e.personne_id
        left join engagement.version v on v.contrat_id = c.id and v.etat = 'PREPAREE'
        where c.id is not null or d.personne_id is not null""").param("personnes", personnes.toArray(Long[]::new)).query(Ligne.class).list().stream()
        .collect(Collectors.toMap(Ligne::personneId, Function.identity()));
  }
}
