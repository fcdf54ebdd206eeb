package fr.jalon.diagnostic.lecture;

import fr.jalon.diagnostic.domaine.EtatDuDiagnostic;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic.Constat;
import fr.jalon.diagnostic.domaine.EtatDuDiagnostic.Frein;
import fr.jalon.diagnostic.domaine.EtatFrein;
import fr.jalon.diagnostic.domaine.Reponses;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, Constat> constats = new LinkedHashMap<>();
    base.sql("""
        select distinct on (d.rubrique) d.id, d.rubrique, d.le, habilitations.nom_agent(d.saisi_par) as par, d.saisi_le, """
        + DiagnosticsDUnePersonne.REPONSES
        + " from diagnostic.constat d where d.personne_id = ? and d.le <= ? order by d.rubrique, d.le desc, d.id desc")
        .params(personneId, jour).query((l, _) -> new Constat(l.getLong("id"), l.getString("rubrique"), DiagnosticsDUnePersonne.reponses(l),
            l.getObject("le", LocalDate.class), l.getString("par"), l.getObject("saisi_le", OffsetDateTime.class))).list()
        .forEach(c -> constats.put(c.rubrique(), c));
    Map<String, Frein> freins = new LinkedHashMap<>();
    base.sql("""
        select distinct on (f.theme) f.id, f.theme, p.vers, p.le,
          (select max(o.le) from diagnostic.frein_passage o where o.objet_id = f.id and o.vers = 'OUVERT' and o.le <= :au
            and (o.de is null or o.de = 'LEVE')) as ouvert_le
        from diagnostic.frein f cross join lateral (select q.vers, q.le from diagnostic.frein_passage q where q.objet_id = f.id and q.le <= :au
          order by q.le desc, q.id desc limit 1) p
        where f.personne_id = :personne order by f.theme, (p.vers = 'LEVE'), f.id desc""")
        .param("personne", personneId).param("au", jour).query((l, _) -> new Frein(l.getLong("id"), l.getString("theme"),
            EtatFrein.valueOf(l.getString("vers")), l.getObject("le", LocalDate.class), l.getObject("ouvert_le", LocalDate.class))).list()
        .forEach(f -> freins.putIfAbsent(f.theme(), f));
    return new EtatDuDiagnostic(jour, constats, freins);
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
