package fr.jalon.diagnostic;

import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.socle.DonneeDeSante;
import fr.jalon.socle.PersonneMontree;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the diagnostics: the pathway recommended to a person today, whoever asks; the reason, for who may read diagnostics. */
@Component
public class Recommandations {
  private final JdbcClient base;

  Recommandations(JdbcClient base) {
    this.base = base;
  }

  /**
   * The recommendation of the latest diagnostic of a person.
   *
   * @param diagnosticId the diagnostic it comes from
   * @param reexamenLong true when the review of a parcours social may wait for the longer term (D. 262-65-2-1 CASF)
   * @param phrase       « Parcours social, parce que… », {@code null} when the agent may not read diagnostics
   */
  public record Faite(long id, long diagnosticId, @PersonneMontree long personneId, Parcours parcours, boolean reexamenLong, OffsetDateTime le,
      @DonneeDeSante String phrase) {}

  /** Empty when there is no diagnostic, or the latest lacks an answer. */
  @Transactional(readOnly = true)
  public Optional<Faite> derniere(long personneId) {
    return Optional.ofNullable(dernieres(java.util.List.of(personneId)).get(personneId));
  }

  /** The same for many, by person; those who have none are absent. */
  @Transactional(readOnly = true)
  public Map<Long, Faite> dernieres(Collection<Long> personnes) {
    Map<Long, Faite> parPersonne = new HashMap<>();
    base.sql("""
        select r.*, d.phrase from (
          select distinct on (personne_id) id, diagnostic_id, personne_id, parcours, reexamen_long, faite_le from diagnostic.recommandation
          where personne_id = any(:personnes::bigint[]) order by personne_id, faite_le desc, id desc) r
        left join diagnostic.diagnostic d on d.id = r.diagnostic_id where r.parcours is not null""")
        .param("personnes", personnes.stream().mapToLong(Long::longValue).toArray())
        .query((RowCallbackHandler) l -> parPersonne.put(l.getLong("personne_id"),
        new Faite(l.getLong("id"), l.getLong("diagnostic_id"), l.getLong("personne_id"),
            Parcours.valueOf(l.getString("parcours")), l.getBoolean("reexamen_long"), l.getObject("faite_le", OffsetDateTime.class),
            l.getString("phrase"))));
    return parPersonne;
  }
}
