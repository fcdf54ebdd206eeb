-- The new entrants received, or first oriented, in the twelve months before :au, with the first orientation notified to each, and their deadline as the
-- register said it at :au: its legal limit, the days given back for suspended time, and since when nothing was due any more, or for now.
select
  e.id as entree_id, e.personne_id, e.foyer_id, e.reference, e.recu_le, n.notifie_le,
  h.limite_legale, coalesce(h.limite_legale - h.premiere_limite, 0) as repousse,
  -- she left, or her right was suspended, before any notification
  case when n.notifie_le is null and h.etat in ('SUSPENDUE', 'CADUQUE') then h.le end as arretee_le,
  coalesce(n.parcours, 'AUCUN') as parcours,
  coalesce(o.nom, 'Aucune') as organisation,
  f.fonction_organisme as payeur,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  -- where she lived when the file that made her known spoke of her
  coalesce(t.nom, 'Hors territoire') as territoire
from orientation.entree e
join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
join allocataires.foyer f on f.id = e.foyer_id
left join lateral allocataires.adresse_au(e.foyer_id, e.reference) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
join lateral (
  select z.etat, z.le, z.limite_legale,
    (select y.limite_legale from echeances.histoire y where y.echeance_id = x.id and y.le >= e.recu_le order by y.id limit 1) as premiere_limite
  from echeances.echeance x
  cross join lateral (select q.etat, q.le, q.limite_legale from echeances.histoire q where q.echeance_id = x.id and q.le <= :au
                      order by q.le desc, q.id desc limit 1) z
  where x.nature = 'ORIENTATION' and x.objet_id = e.id
) h on true
left join (
  -- an orientation whose letter has not left is not notified; one older than the reception answered what the entry was before she came back the same month
  select distinct on (s.entree_id) s.entree_id, s.notifie_le, s.parcours, s.organisation_id
  from orientation.suivi s join orientation.entree w on w.id = s.entree_id and s.notifie_le >= w.recu_le
  where s.notifie_le <= :au and not s.a_poster
  order by s.entree_id, s.notifie_le, s.id
) n on n.entree_id = e.id
left join structures.organisation o on o.id = n.organisation_id
where e.recu_le <= :au and (e.recu_le > :au::date - interval '12 months' or n.notifie_le > :au::date - interval '12 months')
