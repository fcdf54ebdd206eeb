-- The adults whose RSA is open and payable (droit.etat 2) at :au, one row a person, with all that a breakdown may ask.
-- Of two open claims on the same day the one where she is subject to rights and duties wins, then the latest.
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
  coalesce(o.nom, 'Aucune') as organisation
from (
  select distinct on (m.personne_id)
    m.personne_id, m.foyer_id, m.sdd, m.tns, d.type_foyer, f.fonction_organisme as payeur, f.date_demande, a.territoire_id_adresse
  from allocataires.droit d
  join allocataires.membre m on m.foyer_id = d.foyer_id and m.adulte
    and m.depuis <= :au and m.jusqua > :au and m.oublie_le = 'infinity'
  join allocataires.foyer f on f.id = d.foyer_id
  left join allocataires.adresse a on a.foyer_id = d.foyer_id and a.depuis <= :au and a.jusqua > :au and a.oublie_le = 'infinity'
  where d.etat = '2' and d.depuis <= :au and d.jusqua > :au and d.oublie_le = 'infinity'
  order by m.personne_id, m.sdd desc, f.date_demande desc, f.id desc
) v
join allocataires.personne p on p.id = v.personne_id and p.fusionnee_dans is null
left join structures.territoire t on t.id = v.territoire_id_adresse
left join (
  select distinct on (personne_id) personne_id, parcours, organisation_id
  from orientation.suivi
  where notifie_le <= :au and jusqua > :au
  order by personne_id, notifie_le desc, id desc
) s on s.personne_id = v.personne_id
left join structures.organisation o on o.id = s.organisation_id
