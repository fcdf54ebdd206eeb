-- rang : 220
-- libelle : Sorties du RSA
-- definition : Personnes (allocataires et conjoints) dont le droit était ouvert (versable ou suspendu, états 2, 3, 4) à la fin du mois
--   précédent et ne l'est plus à la fin du mois de la date : droit clos, foyer absent du fichier, ou personne partie du foyer. Pour le mois en
--   cours, la fin du mois est la date choisie. Une personne qui a un droit ouvert dans un autre foyer n'est pas sortie.
-- source : Fichier mensuel des bénéficiaires (CAF, MSA) : état du droit et membres du foyer ; plan Ardèche 2026-2029, entrées et sorties
-- unite : personnes
-- genre : nombre
-- dimensions : MOIS, TERRITOIRE, FOYER, AGE, PAYEUR, SEXE
-- fichiers : deux_mois
with ouvert as (
  select m.personne_id, greatest(d.depuis, m.depuis) as depuis, least(d.jusqua, m.jusqua) as jusqua
  from allocataires.droit d
  join allocataires.membre m on m.foyer_id = d.foyer_id and m.adulte and m.oublie_le = 'infinity'
    and m.depuis < d.jusqua and m.jusqua > d.depuis
  where allocataires.est_ouvert(d.etat) and d.oublie_le = 'infinity'
    and d.jusqua >= :premier_mois and d.depuis <= :au and m.jusqua >= :premier_mois and m.depuis <= :au
), fini as (
  -- what ended in a month it did not start in, and the last day of that month
  select o.*, date_trunc('month', o.jusqua::timestamp)::date as mois,
    least((date_trunc('month', o.jusqua::timestamp) + interval '1 month - 1 day')::date, :au) as fin
  from ouvert o
  where o.jusqua between :premier_mois and :au and o.depuis < date_trunc('month', o.jusqua::timestamp)
), sorti as (
  select distinct o.personne_id, o.mois, o.fin
  from fini o
  where not exists (select from ouvert x where x.personne_id = o.personne_id and x.depuis <= o.fin and x.jusqua > o.fin)
)
select
  s.personne_id, v.foyer_id, s.mois, v.type_foyer as foyer,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  pilotage.tranche_age(p.date_naissance, s.fin) as age,
  v.payeur,
  coalesce(t.nom, 'Hors territoire') as territoire
from sorti s
join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
-- the foyer of her open right, the day before the month
join lateral allocataires.place_de(array[s.personne_id], s.mois - 1) v on true -- of allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, s.mois - 1) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
