-- The adults whose RSA is open and payable at :au, one row a person, with all that a breakdown may ask.
select
  p.id as personne_id, v.foyer_id, v.sdd as soumise, v.tns as travaille_a_son_compte,
  coalesce(t.nom, 'Hors territoire') as territoire,
  v.type_foyer as foyer,
  pilotage.tranche_age(p.date_naissance, :au) as age,
  pilotage.tranche_anciennete(v.date_demande, :au) as anciennete,
  v.payeur,
  case when v.sdd then 'OUI' else 'NON' end as sdd,
  case when v.tns then 'OUI' else 'NON' end as tns,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  coalesce(s.parcours, 'AUCUN') as parcours,
  coalesce(o.nom, 'Aucune') as organisation,
  coalesce(o.nature, 'PERSONNE') as type_structure
from allocataires.verses_au(:au) v -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, :au) a on true -- of allocataires.adresse
join allocataires.personne p on p.id = v.personne_id and p.fusionnee_dans is null
left join structures.territoire t on t.id = a.territoire_id
left join (
  select distinct on (personne_id) personne_id, parcours, organisation_id
  from orientation.suivi
  where notifie_le <= :au and jusqua > :au
  order by personne_id, notifie_le desc, id desc
) s on s.personne_id = v.personne_id
left join structures.organisation o on o.id = s.organisation_id
