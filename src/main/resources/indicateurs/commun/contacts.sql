-- The contacts of the twelve months before :au with persons somebody followed that day, one row each: what was noted, and what the agenda alone says. A meeting noted
-- writes itself in the agenda too: the row of the agenda of that day is then the same one. With who followed her that day, and where she lives at :au, or last lived.
with eus as materialized (
  select h.personne_id, h.le, h.genre, h.presence, h.rencontre
  from accompagnement.echange h -- of accompagnement.contact, rendezvous.entretien, rendezvous.creneau, rendezvous.convocation, rendezvous.session
  where h.le <= :au and h.le > :au::date - interval '12 months'
    and not (h.genre in ('RENDEZ_VOUS', 'INFORMATION_COLLECTIVE') and exists (select from accompagnement.echange n where n.personne_id = h.personne_id and n.le = h.le
      and n.rencontre and n.genre not in ('RENDEZ_VOUS', 'INFORMATION_COLLECTIVE')))
)
select e.personne_id, v.foyer_id, e.le, e.genre as genre_de_contact, e.presence, e.rencontre, date_trunc('month', e.le::timestamp)::date as mois, s.parcours,
  o.nom as organisation, coalesce(r.nom || ' (' || o.nom || ')', 'Référent à désigner') as referent, coalesce(t.nom, 'Hors territoire') as territoire
from eus e
join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
join lateral (
  select x.id, x.parcours, x.organisation_id, x.referent_id from orientation.suivi x
  where x.personne_id = e.personne_id and x.notifie_le <= e.le and x.jusqua >= e.le and x.jusqua > x.notifie_le order by x.notifie_le desc, x.id desc limit 1
) s on true
join structures.organisation o on o.id = s.organisation_id
left join lateral (
  select q.suivi_id, q.avant_id from orientation.changement_de_referent q where q.suivi_id = s.id and q.le > e.le order by q.le, q.id limit 1
) c on true
left join structures.referent r on r.id = case when c.suivi_id is null then s.referent_id else c.avant_id end
left join allocataires.place_de(array(select distinct personne_id from eus), :au) v on v.personne_id = e.personne_id -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, v.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
