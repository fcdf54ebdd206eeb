-- The new entrants received, or first oriented, in the twelve months before :au, with the first orientation notified to each, as known at :au.
select
  e.personne_id, e.foyer_id, e.reference, e.recu_le, n.notifie_le,
  -- she left, or her right was suspended, before any notification
  case when n.notifie_le is null and e.etat in ('SORTIE', 'SUSPENDUE') then e.etat_depuis end as arretee_le,
  coalesce(n.parcours, 'AUCUN') as parcours,
  coalesce(o.nom, 'Aucune') as organisation,
  f.fonction_organisme as payeur,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe
from orientation.entree e
join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
join allocataires.foyer f on f.id = e.foyer_id
left join (
  select distinct on (entree_id) entree_id, notifie_le, parcours, organisation_id
  from orientation.suivi
  where entree_id is not null and notifie_le <= :au
  order by entree_id, notifie_le, id
) n on n.entree_id = e.id
left join structures.organisation o on o.id = n.organisation_id
where e.recu_le <= :au and (e.recu_le > :au::date - interval '12 months' or n.notifie_le > :au::date - interval '12 months')
