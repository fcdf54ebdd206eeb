-- The exits and returns to work begun by :au, one row each, those set aside left out: with who followed her then, and where she lives at :au, or last lived.
with notees as materialized (
  select x.id, x.personne_id, x.etat, x.raison, x.le, x.classe, x.fermee_le, x.retour_le from sorties.sortie x where x.etat <> 'ECARTEE' and x.le <= :au
)
select n.id as sortie_id, n.personne_id, v.foyer_id, n.etat, n.raison, n.le, n.classe, n.fermee_le, n.retour_le, n.raison in ('EMPLOI', 'INDEPENDANT') as au_travail, s.notifie_le,
  coalesce(s.parcours, 'AUCUN') as parcours, coalesce(o.nom, 'Aucune') as organisation,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from notees n
join allocataires.personne p on p.id = n.personne_id and p.fusionnee_dans is null
left join lateral (
  select y.parcours, y.organisation_id, y.notifie_le from orientation.suivi y
  where y.personne_id = n.personne_id and y.notifie_le <= n.le and y.jusqua > y.notifie_le order by y.notifie_le desc, y.id desc limit 1
) s on true
left join structures.organisation o on o.id = s.organisation_id
join allocataires.place_de(array(select distinct personne_id from notees), :au) v on v.personne_id = n.personne_id and v.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, v.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
