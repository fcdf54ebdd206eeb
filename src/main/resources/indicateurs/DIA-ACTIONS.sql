-- rang : 435
-- libelle : Actions commencées dans les douze mois
-- definition : Actions du diagnostic global commencées ou faites dans les douze mois avant la date, que la personne soit encore suivie ou non. Une action seulement
--   prévue ne compte pas, ni une action retirée. Le mois est celui où elle a commencé. Une personne suivie hors RSA, qu'aucun fichier n'a
--   fait connaître, n'y compte pas.
-- source : Diagnostics globaux et actions enregistrés dans Jalon ; plan Ardèche 2022-2025, actions de remobilisation
-- unite : actions
-- genre : nombre
-- dimensions : THEME, MOIS, TERRITOIRE, SEXE
-- par : THEME
-- lecture : DIAGNOSTICS, SANTE
-- fenetre : douze_mois
-- fichiers : droits
select a.personne_id, m.foyer_id, a.theme, date_trunc('month', o.le::timestamp)::date as mois,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from diagnostic.action a
join allocataires.personne p on p.id = a.personne_id and p.fusionnee_dans is null
cross join lateral (select min(q.le) as le from diagnostic.action_passage q where q.objet_id = a.id and q.vers in ('EN_COURS', 'FAITE')) o
join lateral allocataires.place_de(array[a.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) d on true -- of allocataires.adresse
left join structures.territoire t on t.id = d.territoire_id
where o.le <= :au and o.le > :au::date - interval '12 months'
  and not exists (select from diagnostic.action_passage r where r.objet_id = a.id and r.vers = 'RETIREE' and r.le <= :au)
