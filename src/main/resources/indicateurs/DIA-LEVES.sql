-- rang : 425
-- libelle : Freins levés dans les douze mois
-- definition : Freins levés, en tout ou en partie, dans les douze mois avant la date et qui le sont encore à cette date, que la personne soit encore suivie ou
--   non. Un frein levé en partie puis en tout ne compte qu'en tout. Le mois est celui de la levée. Une personne suivie hors RSA, qu'aucun fichier n'a
--   fait connaître, n'y compte pas.
-- source : Diagnostics globaux enregistrés dans Jalon : freins et leur histoire ; plan Ardèche 2022-2025, §4.4 ; pacte de la Drôme, fiches 3 et 17
-- unite : freins
-- genre : nombre
-- dimensions : THEME, LEVEE, MOIS, TERRITOIRE, SEXE
-- par : THEME
-- lecture : DIAGNOSTICS, SANTE
-- fenetre : douze_mois
-- fichiers : droits
select f.personne_id, m.foyer_id, f.theme, case x.vers when 'LEVE' then 'TOTALE' else 'PARTIELLE' end as levee,
  date_trunc('month', x.le::timestamp)::date as mois,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from diagnostic.frein f
join allocataires.personne p on p.id = f.personne_id and p.fusionnee_dans is null
cross join lateral (select q.vers, q.le from diagnostic.frein_passage q where q.objet_id = f.id and q.le <= :au order by q.le desc, q.id desc limit 1) x
join lateral allocataires.place_de(array[f.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where x.vers in ('LEVE', 'LEVE_EN_PARTIE') and x.le > :au::date - interval '12 months'
