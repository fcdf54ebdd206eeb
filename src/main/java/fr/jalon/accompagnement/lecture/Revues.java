package fr.jalon.accompagnement.lecture;

import fr.jalon.accompagnement.domaine.DecisionDeRevue;
import fr.jalon.accompagnement.domaine.EtatRevue;
import fr.jalon.socle.PersonneMontree;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviews of files and what they decided; of each, the persons whom the agent sees. */
@Component
public class Revues {
  private static final String REVUES = """
      select v.id, v.referent_id, r.nom as referent, o.nom as organisation, v.le, v.etat, v.etat_depuis, habilitations.nom_agent(v.ouverte_par) as ouverte_par,
        v.ouverte_par as ouvreur, habilitations.nom_agent(v.close_par) as close_par, (select count(*) from accompagnement.revue_decision d where d.revue_id = v.id)::int as decidees
      from accompagnement.revue v join structures.referent r on r.id = v.referent_id join structures.organisation o on o.id = v.organisation_id
      """;
  private static final RowMapper<Revue> REVUE = (l, _) -> new Revue(l.getLong("id"), l.getInt("referent_id"), l.getString("referent"),
      l.getString("organisation"), l.getObject("le", LocalDate.class), EtatRevue.valueOf(l.getString("etat")),
      l.getObject("etat_depuis", OffsetDateTime.class), l.getString("ouvreur"), l.getString("ouverte_par"), l.getString("close_par"),
      l.getInt("decidees"));
  private static final String DECISIONS = """
      select d.id, d.revue_id, v.le, v.etat, d.personne_id, p.nom, p.prenom, d.decision, d.pourquoi, habilitations.nom_agent(d.decide_par) as par, d.decide_le, d.fait_le,
        habilitations.nom_agent(d.fait_par) as fait_par, d.decide_par as par_compte, v.ouverte_le, s.personne_id is not null as suivie
      from accompagnement.revue_decision d join accompagnement.revue v on v.id = d.revue_id join allocataires.personne p on p.id = d.personne_id
      left join accompagnement.suivie s on s.personne_id = d.personne_id
      """;
  private static final RowMapper<Decision> DECISION = (l, _) -> new Decision(l.getLong("id"), l.getLong("revue_id"), l.getObject("le",
      LocalDate.class),
      EtatRevue.valueOf(l.getString("etat")), l.getLong("personne_id"), l.getString("nom"), l.getString("prenom"),
      DecisionDeRevue.valueOf(l.getString("decision")), l.getString("pourquoi"), l.getString("par"),
      l.getObject("decide_le", OffsetDateTime.class), l.getObject("fait_le", OffsetDateTime.class), l.getString("fait_par"),
      l.getString("par_compte"));
  private final JdbcClient base;

  Revues(JdbcClient base) {
    this.base = base;
  }

  /**
   * A review. @param le its day; @param etatDepuis since when it is so; @param ouvreur account of who opened it, @param ouvertePar the same as shown;
   * @param closePar who closed it, {@code null} while it is open; @param decidees decisions the agent may read
   */
  public record Revue(long id, int referentId, String referent, String organisation, LocalDate le, EtatRevue etat, OffsetDateTime etatDepuis,
      String ouvreur, String ouvertePar, String closePar, int decidees) {
    /** True while it may change. */
    public boolean ouverte() {
      return etat == EtatRevue.OUVERTE;
    }
  }

  /**
   * What a review decided for a person. @param le day of the review; @param faitLe when it was said done, or {@code null}; @param parCompte account
   * of who decided
   */
  public record Decision(long id, long revueId, LocalDate le, EtatRevue etat, @PersonneMontree long personneId, String nom, String prenom,
      DecisionDeRevue decision, String pourquoi, String par, OffsetDateTime decideLe, OffsetDateTime faitLe, String faitPar, String parCompte) {
    /** What tells this version of it from another: shown in the form, compared when it is saved. */
    public String version() {
      return decideLe.toInstant().toString();
    }
  }

  /** Those the agent sees, those open first, then the latest. @param referent of whom, {@code null} for all */
  @Transactional(readOnly = true)
  public List<Revue> toutes(Integer referent, int auPlus) {
    return base.sql(REVUES + """
        where :referent::int is null or v.referent_id = :referent order by (v.etat = 'OUVERTE') desc, v.le desc, v.id desc limit :n""")
        .param("referent", referent).param("n", auPlus).query(REVUE).list();
  }

  /** One. */
  @Transactional(readOnly = true)
  public Optional<Revue> une(long id) {
    return base.sql(REVUES + "where v.id = ?").param(id).query(REVUE).optional();
  }

  /** The day of the last review of the same file that decided something before this one. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> avant(Revue r) {
    return base.sql("""
        select max(v.le) from accompagnement.revue v where v.referent_id = ? and v.id < ? and v.etat = 'CLOSE'
          and exists (select from accompagnement.revue_decision d where d.revue_id = v.id)""").params(r.referentId(), r.id())
        .query((l, _) -> Optional.ofNullable(l.getObject(1, LocalDate.class))).single();
  }

  /** What this review decided, by person. */
  @Transactional(readOnly = true)
  public Map<Long, Decision> decisions(long revue) {
    return base.sql(DECISIONS + "where d.revue_id = ? order by p.nom, p.prenom, p.id").param(revue).query(DECISION).list().stream()
        .collect(Collectors.toMap(Decision::personneId, Function.identity(), (a, _) -> a, java.util.LinkedHashMap::new));
  }

  /** What reviews decided for her, the latest first. */
  @Transactional(readOnly = true)
  public List<Decision> pour(long personne) {
    return base.sql(DECISIONS + "where d.personne_id = ? order by v.le desc, d.id desc").param(personne).query(DECISION).list();
  }

  /** For each of these persons the last decision of a closed review, when it is still to be done: neither said done, nor answered since. */
  @Transactional(readOnly = true)
  public List<Decision> aFaire(Collection<Long> personnes) {
    return base.sql("select * from (" + DECISIONS.replace("select d.id", "select distinct on (d.personne_id) d.id") + """
        where d.personne_id = any(:personnes::bigint[]) and v.etat = 'CLOSE' order by d.personne_id, v.le desc, d.id desc) q
        where q.decision <> 'CONTINUER' and q.fait_le is null and q.suivie
          and not (q.decision = 'REORIENTATION' and exists (select from orientation.reorientation o where o.personne_id = q.personne_id and o.demandee_le >= least(q.le, q.ouverte_le::date)))""")
        .param("personnes", personnes.toArray(Long[]::new)).query(DECISION).list();
  }

  /** The last day something changed for each of these persons: pathway, référent, réorientation, diagnostics, freins, actions. */
  @Transactional(readOnly = true)
  public Map<Long, LocalDate> changements(Collection<Long> personnes, LocalDate jour, String zone) {
    return base.sql("""
        select s.personne_id, greatest(s.notifie_le, c.le) as le from accompagnement.suivie s
        left join accompagnement.derniers_changements(:personnes::bigint[], :jour, :zone) c on c.personne_id = s.personne_id
        where s.personne_id = any(:personnes::bigint[])""")
        .param("personnes", personnes.toArray(Long[]::new)).param("zone", zone).param("jour", jour)
        .query((l, _) -> Map.entry(l.getLong("personne_id"), l.getObject("le", LocalDate.class))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** {@code MARTIN Ana}. */
  @Transactional(readOnly = true)
  public String nomDe(long personne) {
    return base.sql("select nom, prenom from allocataires.personne where id = ?").param(personne)
        .query((l, _) -> l.getString("nom") + " " + fr.jalon.ecran.Francais.nom(l.getString("prenom"))).single();
  }
}
