package fr.jalon.engagement.application;

import fr.jalon.engagement.domaine.Activite;
import fr.jalon.engagement.domaine.Semaine;
import fr.jalon.parametres.Parametres;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts a week for these persons, or for everybody: what was asked, planned, done (L. 5411-6 code du travail). The one place where this is computed;
 * pages, lists and figures read what it wrote. By the owner's door, in one statement a week: what tells of health counts, and is not shown. Counted
 * again, a week that did not change is not written.
 */
@Component
public class CompterLesSemaines {
  /**
   * Each version signed runs until the next begins; what is planned, asked, and done in a structured solution goes by the days it runs that week.
   */
  private static final String CALCUL = """
      with genres as (select * from unnest(:codes::text[], :structurees::boolean[], :plafonds::int[]) g(activite, structuree, plafond)),
      signees as (
        select v.personne_id, v.id, v.depuis, least(v.jusqu_au, coalesce(c.clos_le, 'infinity'), :dimanche::date) as au,
          -- a version ends where one signed after it begins, were that one over already
          min(v.depuis) over (partition by v.personne_id order by v.contrat_id, v.numero rows between 1 following and unbounded following) as suivante,
          coalesce((select x.vers from engagement.passage x where x.objet_id = c.id and x.le <= :dimanche order by x.le desc, x.id desc limit 1), c.etat) as alors
        from engagement.version v join engagement.contrat c on c.id = v.contrat_id and c.etat <> 'ECARTE'
        where v.etat = 'SIGNEE' and v.depuis <= :dimanche and (:personnes::bigint[] is null or v.personne_id = any(:personnes::bigint[]))),
      tranches as (select personne_id, id as version_id, greatest(depuis, :lundi) as du, least(au, coalesce(suivante - 1, 'infinity')) as au from signees
        where au >= :lundi and alors <> 'SUSPENDU'),
      forces as (select personne_id, sum(au - du + 1)::int as jours from tranches where du <= au group by 1),
      plan as (
        select t.personne_id, a.activite, g.structuree, g.plafond, round(sum(a.heures * 60 * (least(a.jusqu_au, t.au) - greatest(a.depuis, t.du) + 1)) / 7, 4) as minutes
        from tranches t join engagement.action a on a.version_id = t.version_id and a.retiree_le is null and a.heures > 0 and a.qui <> 'REFERENT'
          and a.depuis <= t.au and a.jusqu_au >= t.du
        join genres g on g.activite = a.activite
        where t.du <= t.au group by 1, 2, 3, 4),
      prevues as (select personne_id, round(sum(least(minutes, plafond)))::int as minutes from plan group by 1),
      faites as (
        select personne_id, round(sum(least(minutes, plafond)))::int as minutes from (
          select h.personne_id, h.activite, g.plafond, sum(h.minutes) as minutes
          from engagement.heure h join genres g on g.activite = h.activite and not g.structuree
          where h.lundi = :lundi and h.annulee_le is null
            -- typed before it was proved: once
            and not (h.reference is null and exists (select from engagement.heure q where q.personne_id = h.personne_id and q.lundi = h.lundi
              and q.jour = h.jour and q.activite = h.activite and q.reference is not null and q.annulee_le is null))
            and (:personnes::bigint[] is null or h.personne_id = any(:personnes::bigint[])) group by 1, 2, 3
          union all
          select personne_id, activite, plafond, minutes from plan where structuree and :lundi::date <= :aujourdhui::date) f group by 1),
      adaptations as (
        select distinct on (a.personne_id) a.personne_id, a.genre, a.heures from engagement.adaptation a
        where a.retiree_le is null and a.depuis <= :dimanche and coalesce(a.finie_le, 'infinity') >= :lundi
          and (:personnes::bigint[] is null or a.personne_id = any(:personnes::bigint[])) order by a.personne_id, a.depuis desc, a.id desc),
      concernees as (
        select s.personne_id from orientation.suivi s join structures.organisation o on o.id = s.organisation_id and o.nature <> 'FRANCE_TRAVAIL'
        where not s.a_poster and s.notifie_le <= :dimanche and s.jusqua > :lundi and (:personnes::bigint[] is null or s.personne_id = any(:personnes::bigint[]))
        union select personne_id from forces),
      calcul as (
        select p.id as personne_id, p.territoire_id, p.organisation_ids,
          case when f.jours is not null and a.genre is distinct from 'DISPENSEE' then round(coalesce(a.heures, :heures) * 60 * f.jours / 7)::int end as cible,
          least(coalesce(v.minutes, 0), 32767) as prevues, least(coalesce(r.minutes, 0), 32767) as faites, a.genre, f.jours
        from concernees c join allocataires.personne p on p.id = c.personne_id and p.fusionnee_dans is null
        left join forces f on f.personne_id = p.id left join prevues v on v.personne_id = p.id
        left join faites r on r.personne_id = p.id left join adaptations a on a.personne_id = p.id),
      situees as (
        select c.*, case when c.jours is null then 'SANS_CONTRAT' when c.genre is not null then c.genre when c.prevues >= c.cible then 'QUINZE' else 'SOUS_QUINZE' end as situation
        from calcul c)
      """;
  private final JdbcClient base;
  private final TransactionTemplate transaction;
  private final Parametres parametres;
  private final ActivitesDuPlan activites;
  private final Clock horloge;

  CompterLesSemaines(@Qualifier("chargement") JdbcClient base, @Qualifier("chargement") TransactionTemplate transaction, Parametres parametres,
      ActivitesDuPlan activites, Clock horloge) {
    this.base = base;
    this.transaction = transaction;
    this.parametres = parametres;
    this.activites = activites;
    this.horloge = horloge;
  }

  /** These persons, each week from one day to another. @return how many weeks changed */
  public int compter(Collection<Long> personnes, LocalDate premier, LocalDate dernier) {
    int ecrites = 0;
    for (Semaine s = Semaine.de(premier); !s.lundi().isAfter(dernier); s = s.plus(1)) {
      Semaine semaine = s;
      ecrites += transaction.execute(_ -> une(personnes, semaine));
    }
    return ecrites;
  }

  /** Everybody, that week, and that it was done. @return how many weeks changed */
  public int toutes(Semaine s) {
    OffsetDateTime debut = OffsetDateTime.now(horloge);
    return transaction.execute(_ -> {
      int ecrites = une(null, s);
      base.sql("""
          insert into engagement.cloture (lundi, close_le, personnes) select ?, ?, count(*) from engagement.semaine where lundi = ?
          on conflict (lundi) do update set close_le = excluded.close_le, personnes = excluded.personnes""")
          .params(s.lundi(), debut, s.lundi()).update();
      return ecrites;
    });
  }

  private int une(Collection<Long> personnes, Semaine s) {
    Map<String, Object> p = parametres(personnes, s);
    if (p == null) {
      return 0;
    }
    int effacees = base.sql(CALCUL + """
        delete from engagement.semaine w where w.lundi = :lundi and (:personnes::bigint[] is null or w.personne_id = any(:personnes::bigint[]))
          and not exists (select from concernees c where c.personne_id = w.personne_id)""").params(p).update();
    return effacees + base.sql(CALCUL + """
        insert into engagement.semaine as w (personne_id, lundi, cible, prevues, faites, situation, close_le, territoire_id, organisation_ids)
        select c.personne_id, :lundi, c.cible, c.prevues, c.faites, c.situation, :maintenant, c.territoire_id, c.organisation_ids from situees c
        -- what did not change is neither written nor locked
        left join engagement.semaine o on o.personne_id = c.personne_id and o.lundi = :lundi
        where o.personne_id is null or (o.cible, o.prevues, o.faites, o.situation) is distinct from (c.cible, c.prevues, c.faites, c.situation)
        on conflict (personne_id, lundi) do update set cible = excluded.cible, prevues = excluded.prevues, faites = excluded.faites,
          situation = excluded.situation, close_le = excluded.close_le""")
        .params(p).update();
  }

  /** {@code null} before the law: nothing is asked then. */
  private Map<String, Object> parametres(Collection<Long> personnes, Semaine s) {
    if (parametres.chercher(Heures.CIBLE, s.dimanche()).isEmpty()) {
      return null;
    }
    List<Activite> comptent = activites.au(s.lundi()).genres().stream().filter(Activite::compte).toList();
    Map<String, Object> p = new HashMap<>();
    p.put("lundi", s.lundi());
    p.put("dimanche", s.dimanche());
    p.put("aujourdhui", LocalDate.now(horloge));
    p.put("maintenant", OffsetDateTime.now(horloge));
    p.put("personnes", personnes == null ? null : personnes.toArray(Long[]::new));
    p.put("heures", parametres.valeur(Heures.CIBLE, s.dimanche()).entier());
    p.put("codes", comptent.stream().map(Activite::code).toArray(String[]::new));
    p.put("structurees", comptent.stream().map(Activite::structuree).toArray(Boolean[]::new));
    p.put("plafonds", comptent.stream().map(a -> a.plafond() == null ? null : a.plafond() * 60).toArray(Integer[]::new));
    return p;
  }
}
