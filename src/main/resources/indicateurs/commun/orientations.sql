-- The orientations notified in the twelve months before :au, one row each, with the place and the payer of the day they were notified.
-- One recorded by mistake ends the day it starts: it never was. One whose letter has not left is not notified.
select
  s.id, s.personne_id, m.foyer_id, s.notifie_le, s.parcours, s.parcours_recommande, o.nom as organisation, o.nature as type_structure,
  date_trunc('month', s.notifie_le::timestamp)::date as mois,
  coalesce(m.payeur, 'INCONNU') as payeur,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  coalesce(t.nom, 'Hors territoire') as territoire
from orientation.suivi s
join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
join structures.organisation o on o.id = s.organisation_id
left join lateral allocataires.place_de(array[s.personne_id], s.notifie_le) m on m.presente and m.adulte -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, s.notifie_le) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where s.notifie_le <= :au and s.notifie_le > :au::date - interval '12 months' and s.jusqua > s.notifie_le and not s.a_poster
