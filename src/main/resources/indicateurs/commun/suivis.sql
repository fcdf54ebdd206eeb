-- The persons followed at :au, follow-ups asleep left out (they take no place), with the référent each had and where she lived that day.
select
  s.personne_id, v.foyer_id, case when c.suivi_id is null then s.referent_id else c.avant_id end as referent_id, s.parcours, o.nom as organisation,
  coalesce(r.nom || ' (' || o.nom || ')', 'Référent à désigner') as referent,
  coalesce(t.nom, 'Hors territoire') as territoire
from orientation.suivi s
join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
join structures.organisation o on o.id = s.organisation_id
left join (select distinct on (suivi_id) suivi_id, avant_id from orientation.changement_de_referent where le > :au order by suivi_id, le, id) c on c.suivi_id = s.id
left join structures.referent r on r.id = case when c.suivi_id is null then s.referent_id else c.avant_id end
left join allocataires.place_au(:au) v on v.personne_id = s.personne_id and v.adulte -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, :au) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where s.notifie_le <= :au and s.jusqua > :au
  and coalesce((select x.vers from orientation.passage x
                where x.personne_id = s.personne_id and x.objet = 'SUIVI' and x.objet_id = s.id and x.le <= :au
                order by x.le desc, x.id desc limit 1), 'EN_COURS') <> 'EN_VEILLE'
