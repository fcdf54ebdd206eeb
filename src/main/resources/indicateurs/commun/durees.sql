-- The pathways begun by :au, one row each: follow-ups of the same pathway that follow one another without a day between are one, whoever followed her. One recorded by
-- mistake ends the day it starts: it never was. With where she lives at :au, or last lived.
with suites as (
  select s.id, s.personne_id, s.parcours, s.organisation_id, s.notifie_le, s.jusqua,
    lag(s.parcours) over siens = s.parcours and lag(s.jusqua) over siens >= s.notifie_le as suite
  from orientation.suivi s
  where s.notifie_le <= :au and s.jusqua > s.notifie_le
  window siens as (partition by s.personne_id order by s.notifie_le, s.id)
), numerotees as (
  select x.*, count(*) filter (where x.suite is not true) over (partition by x.personne_id order by x.notifie_le, x.id) as rang from suites x
), entiers as materialized (
  select n.personne_id, n.parcours, min(n.notifie_le) as commence_le, max(n.jusqua) as fini_le,
    (array_agg(n.organisation_id order by n.notifie_le desc, n.id desc))[1] as organisation_id
  from numerotees n group by n.personne_id, n.rang, n.parcours
  having max(n.jusqua) > :au::date - interval '12 months'
)
select e.personne_id, v.foyer_id, e.parcours, e.fini_le, e.fini_le > :au as court, round((least(e.fini_le, :au) - e.commence_le) / 30.4375, 1) as mesure,
  o.nom as organisation, case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from entiers e
join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
join structures.organisation o on o.id = e.organisation_id
left join allocataires.place_de(array(select distinct personne_id from entiers), :au) v on v.personne_id = e.personne_id -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, v.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
