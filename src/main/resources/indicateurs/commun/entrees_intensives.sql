-- The first entry of each person in an intensive portfolio, one row each, of those whose right was open on the eve of the month she entered: that month, and where she
-- lived and was paid the day before it. Those followed already when Jalon began to keep entries are left out.
with premieres as (
  select distinct on (i.personne_id) i.personne_id, i.referent_id, i.reprise, date_trunc('month', i.entre_le::timestamp)::date as mois
  from accompagnement.intensif i where i.etat <> 'ANNULEE' order by i.personne_id, i.entre_le, i.id
)
select e.personne_id, v.foyer_id, e.mois, case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, o.nom as organisation,
  r.nom || ' (' || o.nom || ')' as referent, coalesce(t.nom, 'Hors territoire') as territoire
from premieres e
join allocataires.personne p on p.id = e.personne_id and p.fusionnee_dans is null
join structures.referent r on r.id = e.referent_id
join structures.organisation o on o.id = r.organisation_id
join lateral allocataires.place_de(array[e.personne_id], e.mois - 1) v on v.presente and v.adulte and allocataires.est_ouvert(v.etat) -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, e.mois - 1) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where not e.reprise
