package fr.jalon.diagnostic.lecture;

import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic.Constat;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic.Frein;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Reponses;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The global diagnostic of a person at any day. What tells of health is not there for who does not hold SANTE: PostgreSQL keeps it. */
@Component
public class DiagnosticGlobal {
  private final JdbcClient base;

  DiagnosticGlobal(JdbcClient base) {
    this.base = base;
  }

  /** One thing that happened to a frein. @param de {@code null} when it opens; @param par name of the agent */
  public record Passage(String theme, EtatFrein de, EtatFrein vers, LocalDate le, String motif, String par) {}

  /** Its state that day. */
  @Transactional(readOnly = true)
  public EtatDuDiagnostic au(long personneId, LocalDate jour) {
    return au(List.of(personneId), jour).get(personneId);
  }

  /** The state of many that day, in two queries; each person asked for has one. */
  @Transactional(readOnly = true)
  public Map<Long, EtatDuDiagnostic> au(Collection<Long> personnes, LocalDate jour) {
    Map<Long, EtatDuDiagnostic> etats = new LinkedHashMap<>();
    personnes.forEach(p -> etats.put(p, new EtatDuDiagnostic(jour, new LinkedHashMap<>(), new LinkedHashMap<>())));
    Long[] ids = etats.keySet().toArray(Long[]::new);
    base.sql("""
        select distinct on (d.personne_id, d.rubrique) d.personne_id, d.id, d.rubrique, d.le, habilitations.nom_agent(d.saisi_par) as par, d.saisi_le, """
        + DiagnosticsDUnePersonne.REPONSES + " from diagnostic.constat d where d.personne_id = any(:personnes::bigint[]) and d.le <= :au"
        + " order by d.personne_id, d.rubrique, d.le desc, d.id desc")
        .param("personnes", ids).param("au", jour).query((RowCallbackHandler) l -> etats.get(l.getLong("personne_id")).constats()
            .put(l.getString("rubrique"), new Constat(l.getLong("id"), l.getString("rubrique"), DiagnosticsDUnePersonne.reponses(l),
                l.getObject("le", LocalDate.class), l.getString("par"), l.getObject("saisi_le", OffsetDateTime.class))));
    base.sql("""
        select distinct on (f.personne_id, f.theme) f.personne_id, f.id, f.theme, p.vers, p.le,
          (select max(o.le) from diagnostic.frein_passage o where o.objet_id = f.id and o.vers = 'OUVERT' and o.le <= :au
            and (o.de is null or o.de = 'LEVE')) as ouvert_le
        from diagnostic.frein f cross join lateral (select q.vers, q.le from diagnostic.frein_passage q where q.objet_id = f.id and q.le <= :au
          order by q.le desc, q.id desc limit 1) p
        where f.personne_id = any(:personnes::bigint[]) order by f.personne_id, f.theme, (p.vers = 'LEVE'), f.id desc""")
        .param("personnes", ids).param("au", jour).query((RowCallbackHandler) l -> etats.get(l.getLong("personne_id")).freins()
            .put(l.getString("theme"), new Frein(l.getLong("id"), l.getString("theme"), EtatFrein.valueOf(l.getString("vers")),
                l.getObject("le", LocalDate.class), l.getObject("ouvert_le", LocalDate.class))));
    return etats;
  }

  /** What was found in one version, to compare with what was seen; nothing for a number that is not hers. */
  @Transactional(readOnly = true)
  public Reponses reponsesDe(long personneId, long constat) {
    return base.sql("select " + DiagnosticsDUnePersonne.REPONSES + " from diagnostic.constat d where d.id = ? and d.personne_id = ?")
        .params(constat, personneId).query((l, _) -> DiagnosticsDUnePersonne.reponses(l)).optional().orElse(Reponses.AUCUNE);
  }

  /** Everything that happened to her freins up to that day, the latest first. */
  @Transactional(readOnly = true)
  public List<Passage> passages(long personneId, LocalDate au) {
    return base.sql("""
        select f.theme, p.de, p.vers, p.le, p.motif, habilitations.nom_agent(p.par) as par from diagnostic.frein_passage p
        join diagnostic.frein f on f.id = p.objet_id where p.personne_id = ? and p.le <= ? order by p.le desc, p.id desc""")
        .params(personneId, au).query((l, _) -> new Passage(l.getString("theme"), l.getString("de") == null ? null
            : EtatFrein.valueOf(l.getString("de")), EtatFrein.valueOf(l.getString("vers")), l.getObject("le", LocalDate.class),
            l.getString("motif"), l.getString("par"))).list();
  }
}
