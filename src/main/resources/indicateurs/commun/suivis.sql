-- The persons followed at :au, follow-ups asleep left out (they take no place), with the référent each had and where she lived that day.
select
  s.personne_id, v.foyer_id, s.referent_id, s.parcours, o.nom as organisation,
  coalesce(r.nom || ' (' || o.nom || ')', 'Référent à désigner') as referent,
  coalesce(v.territoire, 'Hors territoire') as territoire
from orientation.suivi s
join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
join structures.organisation o on o.id = s.organisation_id
left join structures.referent r on r.id = s.referent_id
left join lateral (
  select m.foyer_id, t.nom as territoire
  from allocataires.membre m
  left join allocataires.adresse a on a.foyer_id = m.foyer_id and a.depuis <= :au and a.jusqua > :au and a.oublie_le = 'infinity'
  left join structures.territoire t on t.id = a.territoire_id_adresse
  where m.personne_id = s.personne_id and m.adulte and m.depuis <= :au and m.jusqua > :au and m.oublie_le = 'infinity'
  order by m.sdd desc, m.depuis desc, m.foyer_id limit 1
) v on true
where s.notifie_le <= :au and s.jusqua > :au
  and coalesce((select x.vers from orientation.passage x
                where x.personne_id = s.personne_id and x.objet = 'SUIVI' and x.objet_id = s.id and x.le <= :au
                order by x.le desc, x.id desc limit 1), 'EN_COURS') <> 'EN_VEILLE'
