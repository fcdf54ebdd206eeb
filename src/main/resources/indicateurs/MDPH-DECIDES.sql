-- rang : 448
-- libelle : Dossiers MDPH décidés dans les douze mois
-- definition : Dossiers de handicap dont la dernière réponse (accord, refus, ou silence qui vaut refus) est des douze mois avant la date. Le mois est celui de cette
--   réponse. Une personne suivie hors RSA, qu'aucun fichier n'a fait connaître, n'y compte pas.
-- source : Dossiers MDPH enregistrés dans Jalon ; Alpes-Maritimes, fiche référent Contact, dossiers MDA
-- unite : dossiers
-- genre : nombre
-- dimensions : MOIS, TERRITOIRE, SEXE
-- lecture : HANDICAP
-- fenetre : douze_mois
-- fichiers : droits
select d.personne_id, m.foyer_id, date_trunc('month', d.decide_le::timestamp)::date as mois, case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from handicap.dossier d
join allocataires.personne p on p.id = d.personne_id and p.fusionnee_dans is null
join lateral allocataires.place_de(array[d.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where d.etat <> 'ECARTE' and d.decide_le <= :au and d.decide_le > :au::date - interval '12 months'
