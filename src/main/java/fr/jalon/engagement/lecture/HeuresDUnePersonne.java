package fr.jalon.engagement.lecture;

import fr.jalon.engagement.domaine.Jauge;
import fr.jalon.engagement.domaine.MotifDAdaptation;
import fr.jalon.engagement.domaine.PreuveDAdaptation;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.engagement.domaine.SituationDeSemaine;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The hours of a person as the agent at work may read them: her weeks as counted, each hour of one with its source, what adapts her plan. */
@Component
public class HeuresDUnePersonne {
  private final JdbcClient base;

  HeuresDUnePersonne(JdbcClient base) {
    this.base = base;
  }

  /**
   * An hour done. @param jour {@code null} for a total of the week; @param par as shown; @param motif why it was taken back, {@code null} while it
   * counts
   */
  public record Heure(long id, LocalDate jour, String activite, int minutes, String source, boolean prouvee, String par, OffsetDateTime le,
      String annuleePar, OffsetDateTime annuleeLe, String motif) {}

  /** What the plan of a week holds, of what the agent may read. @param libelles of the actions */
  public record Prevue(String activite, int minutes, String libelles) {}

  /**
   * A plan with fewer hours. @param heures a week, {@code null} without weekly hours; @param motif, preuve {@code null} for who may not read them
   */
  public record Adaptation(long id, BigDecimal heures, LocalDate depuis, LocalDate aRevoirLe, boolean demandee, String par, OffsetDateTime le,
      MotifDAdaptation motif, PreuveDAdaptation preuve, LocalDate preuveVueLe, LocalDate finieLe, String finiePar, String finMotif, String retireePar,
      String retraitMotif) {
    /** True while it holds. */
    public boolean enCours() {
      return finieLe == null && retireePar == null;
    }
  }

  /** Her weeks, the latest first. @param derniere of them; @param combien at most */
  @Transactional(readOnly = true)
  public List<Jauge> semaines(long personneId, Semaine derniere, int combien) {
    return base.sql("""
        select lundi, cible, prevues, faites, situation from engagement.semaine where personne_id = ? and lundi between ? and ? order by lundi desc""")
        .params(personneId, derniere.plus(1 - combien).lundi(), derniere.lundi()).query((l, _) -> jauge(l)).list();
  }

  private static Jauge jauge(ResultSet l) throws SQLException {
    return new Jauge(new Semaine(l.getObject("lundi", LocalDate.class)), (Integer) l.getObject("cible", Integer.class), l.getInt("prevues"),
        l.getInt("faites"), SituationDeSemaine.valueOf(l.getString("situation")));
  }

  /** Each hour of a week, those that count first. */
  @Transactional(readOnly = true)
  public List<Heure> heures(long personneId, Semaine semaine) {
    return base.sql("""
        select id, jour, activite, minutes, source, reference is not null as prouvee, habilitations.nom_agent(saisie_par) as par, saisie_le as le,
          habilitations.nom_agent(annulee_par) as annulee_par, annulee_le, annulee_motif as motif
        from engagement.heure where personne_id = ? and lundi = ? order by annulee_le is not null, jour nulls last, id""")
        .params(personneId, semaine.lundi()).query(Heure.class).list();
  }

  /** What names the state of the typed hours of that week; another once somebody wrote in it. */
  @Transactional(readOnly = true)
  public String vue(long personneId, Semaine semaine) {
    return base.sql("""
        select coalesce(max(id), 0) || '-' || count(*) filter (where annulee_le is not null) from engagement.heure
        where personne_id = ? and lundi = ? and source = 'REFERENT'""").params(personneId, semaine.lundi()).query(String.class).single();
  }

  /** What her plan holds that week, by kind of activity. */
  @Transactional(readOnly = true)
  public List<Prevue> prevues(long personneId, Semaine semaine) {
    return base.sql("""
        select a.activite, sum(a.heures * 60)::int as minutes, string_agg(a.libelle, ' ; ' order by a.rang, a.id) as libelles
        from engagement.action a join engagement.version v on v.id = a.version_id and v.etat = 'SIGNEE' and v.depuis <= :dimanche and v.jusqu_au >= :lundi
        join engagement.contrat c on c.id = v.contrat_id and c.etat not in ('ECARTE', 'SUSPENDU') and (c.clos_le is null or c.clos_le >= :lundi)
        where a.personne_id = :personne and a.retiree_le is null and a.qui <> 'REFERENT' and a.depuis <= :dimanche and a.jusqu_au >= :lundi
          and not exists (select from engagement.version n where n.personne_id = v.personne_id and n.etat = 'SIGNEE' and n.id <> v.id
            and n.depuis <= :lundi and (n.contrat_id, n.numero) > (v.contrat_id, v.numero))
        group by 1 order by 2 desc, 1""").param("personne", personneId).param("lundi", semaine.lundi()).param("dimanche", semaine.dimanche())
        .query(Prevue.class).list();
  }

  /** What adapts or adapted her plan, the latest first. @param au the day it is read at */
  @Transactional(readOnly = true)
  public List<Adaptation> adaptations(long personneId, LocalDate au) {
    return base.sql("""
        select a.id, a.heures, a.depuis, a.a_revoir_le, a.demandee_par_elle as demandee, habilitations.nom_agent(a.saisie_par) as par, a.saisie_le as le,
          r.motif, r.preuve, r.preuve_vue_le, a.finie_le, habilitations.nom_agent(a.finie_par) as finie_par, a.fin_motif,
          habilitations.nom_agent(a.retiree_par) as retiree_par, a.retrait_motif
        from engagement.adaptation a left join engagement.raison_d_adaptation r on r.adaptation_id = a.id
        where a.personne_id = ? and a.depuis <= ? order by a.depuis desc, a.id desc""").params(personneId, au).query(Adaptation.class).list();
  }

  /** An adaptation to see again. */
  public record Revue(long personneId, LocalDate aRevoirLe, boolean dispense) {}

  /** Those of these persons whose review comes before that day. */
  @Transactional(readOnly = true)
  public List<Revue> aRevoir(Collection<Long> personnes, LocalDate avant) {
    return base.sql("""
        select personne_id, a_revoir_le, genre = 'DISPENSEE' as dispense from engagement.adaptation
        where personne_id = any(:personnes::bigint[]) and finie_le is null and retiree_le is null and a_revoir_le <= :avant""")
        .param("personnes", personnes.toArray(Long[]::new)).param("avant", avant).query(Revue.class).list();
  }

  private record Manque(long personneId, long minutes) {}

  /** Of these persons, those who lacked hours each of the last {@code combien} closed weeks; minutes lacking, by person. */
  @Transactional(readOnly = true)
  public Map<Long, Long> manquent(Collection<Long> personnes, Semaine derniereClose, int combien) {
    return base.sql("""
        select personne_id, sum(cible - faites) as minutes from engagement.semaine
        where personne_id = any(:personnes::bigint[]) and lundi between :premier and :dernier and faites < cible group by 1 having count(*) = :combien""")
        .param("personnes", personnes.toArray(Long[]::new)).param("premier", derniereClose.plus(1 - combien).lundi())
        .param("dernier", derniereClose.lundi()).param("combien", combien).query(Manque.class).list().stream()
        .collect(Collectors.toMap(Manque::personneId, Manque::minutes));
  }
}
