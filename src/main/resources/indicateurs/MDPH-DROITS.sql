-- rang : 451
-- libelle : Droits accordés par la MDPH dans les douze mois
-- definition : Droits accordés par la MDPH ou la MDA (RQTH, AAH, orientation, PCH, CMI, autre) par une décision des douze mois avant la date, recours compris ; une
--   réponse retirée ne compte pas. Le mois est celui de la décision. Une personne suivie hors RSA, qu'aucun fichier n'a fait connaître, n'y compte pas.
-- source : Dossiers MDPH enregistrés dans Jalon : réponses notées
-- unite : droits
-- genre : nombre
-- dimensions : DROIT_MDPH, MOIS, TERRITOIRE, SEXE
-- par : DROIT_MDPH
-- lecture : HANDICAP
-- fenetre : douze_mois
-- fichiers : droits
select d.personne_id, m.foyer_id, d.droit as droit_mdph, date_trunc('month', d.decidee_le::timestamp)::date as mois, case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from handicap.reponse d
join allocataires.personne p on p.id = d.personne_id and p.fusionnee_dans is null
join lateral allocataires.place_de(array[d.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where d.sens = 'ACCORDE' and d.annulee_le is null and d.decidee_le <= :au and d.decidee_le > :au::date - interval '12 months'
