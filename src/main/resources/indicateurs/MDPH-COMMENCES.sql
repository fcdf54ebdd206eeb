-- rang : 446
-- libelle : Dossiers MDPH commencés dans les douze mois
-- definition : Dossiers de handicap (MDPH ou MDA) proposés ou commencés avec une personne dans les douze mois avant la date, renouvellements compris, quelle que
--   soit sa réponse ; un dossier noté par erreur ne compte pas. Le mois est celui où il a commencé. Une personne suivie hors RSA, qu'aucun fichier
--   n'a fait connaître, n'y compte pas.
-- source : Dossiers MDPH enregistrés dans Jalon ; Alpes-Maritimes, fiche référent Contact, 500 à 700 personnes orientées vers un dossier MDA
-- unite : dossiers
-- genre : nombre
-- dimensions : MOIS, TERRITOIRE, SEXE
-- lecture : HANDICAP
-- fenetre : douze_mois
-- fichiers : droits
select d.personne_id, m.foyer_id, date_trunc('month', d.propose_le::timestamp)::date as mois, case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from handicap.dossier d
join allocataires.personne p on p.id = d.personne_id and p.fusionnee_dans is null
join lateral allocataires.place_de(array[d.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where d.etat <> 'ECARTE' and d.propose_le <= :au and d.propose_le > :au::date - interval '12 months'
