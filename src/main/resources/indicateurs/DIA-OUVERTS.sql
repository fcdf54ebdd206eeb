-- rang : 420
-- libelle : Freins ouverts dans les douze mois
-- definition : Freins ouverts ou rouverts dans les douze mois avant la date, que la personne soit encore suivie ou non ; un frein rouvert deux fois compte
--   une fois. Le mois est celui où il s'est ouvert la dernière fois. Une personne suivie hors RSA, qu'aucun fichier n'a
--   fait connaître, n'y compte pas.
-- source : Diagnostics globaux enregistrés dans Jalon : freins et leur histoire ; plan Ardèche 2022-2025, freins
-- unite : freins
-- genre : nombre
-- dimensions : THEME, MOIS, TERRITOIRE, SEXE
-- par : THEME
-- lecture : DIAGNOSTICS, SANTE
-- fenetre : douze_mois
-- fichiers : droits
select f.personne_id, m.foyer_id, f.theme, date_trunc('month', o.le::timestamp)::date as mois,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from diagnostic.frein f
join allocataires.personne p on p.id = f.personne_id and p.fusionnee_dans is null
cross join lateral (select max(q.le) as le from diagnostic.frein_passage q
  where q.objet_id = f.id and q.vers = 'OUVERT' and (q.de is null or q.de = 'LEVE') and q.le <= :au) o
join lateral allocataires.place_de(array[f.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where o.le > :au::date - interval '12 months'
