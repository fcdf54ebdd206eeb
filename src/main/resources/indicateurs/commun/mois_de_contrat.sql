-- The follow-ups whose month to sign ran, or was met, at :au: notified since the law, by another than France Travail (whose contracts are its own), with
-- the limit and the state that the register of deadlines said that day, and the first signature. Those followed before the law have another delay.
select
  s.id as suivi_id, s.personne_id, m.foyer_id, s.notifie_le, s.parcours, o.nom as organisation,
  coalesce(r.nom || ' (' || o.nom || ')', 'Référent à désigner') as referent,
  h.limite_legale as limite, case when h.etat in ('SUSPENDUE', 'CADUQUE') then h.le end as arretee_le, v.signee_le,
  coalesce(t.nom, 'Hors territoire') as territoire
from orientation.suivi s
join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
join structures.organisation o on o.id = s.organisation_id
join echeances.echeance x on x.nature = 'CONTRAT_ENGAGEMENT' and x.objet_id = s.id and x.depart = s.notifie_le
cross join lateral (select q.etat, q.le, q.limite_legale from echeances.histoire q where q.echeance_id = x.id and q.le <= :au order by q.le desc, q.id desc limit 1) h
left join lateral (select min(n.signee_le) as signee_le from engagement.version n join engagement.contrat c on c.id = n.contrat_id and c.etat <> 'ECARTE'
  where n.suivi_id = s.id and n.etat = 'SIGNEE' and n.signee_le <= :au) v on true
left join (select distinct on (suivi_id) suivi_id, avant_id from orientation.changement_de_referent where le > :au order by suivi_id, le, id) k on k.suivi_id = s.id
left join structures.referent r on r.id = case when k.suivi_id is null then s.referent_id else k.avant_id end
left join lateral allocataires.place_de(array[s.personne_id], s.notifie_le) m on m.presente and m.adulte -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, s.notifie_le) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where s.notifie_le <= :au and s.jusqua > s.notifie_le and not s.a_poster
