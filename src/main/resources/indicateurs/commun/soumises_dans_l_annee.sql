-- The persons soumises aux droits et devoirs a day at least of the twelve months before :au, one row each: with who followed her last then, and where she lives at :au, or
-- last lived.
with elles as materialized (
  select distinct m.personne_id from allocataires.membre m
  join allocataires.droit d on d.foyer_id = m.foyer_id and d.oublie_le = 'infinity' and allocataires.est_ouvert(d.etat) and d.depuis < m.jusqua and d.jusqua > m.depuis
  where m.sdd and m.adulte and m.oublie_le = 'infinity' and greatest(d.depuis, m.depuis) <= :au and least(d.jusqua, m.jusqua) > :au::date - interval '12 months'
)
select e.personne_id, v.foyer_id, coalesce(s.parcours, 'AUCUN') as parcours, coalesce(o.nom, 'Aucune') as organisation,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from elles e
join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
left join lateral (
  select y.parcours, y.organisation_id from orientation.suivi y
  where y.personne_id = e.personne_id and y.notifie_le <= :au and y.jusqua > y.notifie_le and y.jusqua > :au::date - interval '12 months' order by y.notifie_le desc, y.id desc limit 1
) s on true
left join structures.organisation o on o.id = s.organisation_id
join allocataires.place_de(array(select personne_id from elles), :au) v on v.personne_id = e.personne_id and v.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, v.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
