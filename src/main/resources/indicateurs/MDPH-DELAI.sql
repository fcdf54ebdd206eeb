-- rang : 449
-- libelle : Délai médian de réponse de la MDPH
-- definition : Médiane (la moitié des dossiers attendent moins) des jours entre le dépôt d'un dossier de handicap et la première réponse de la MDPH ou de la MDA, pour
--   les premières réponses des douze mois avant la date ; une réponse à un recours ne compte pas, ni un silence. Le mois est celui de la réponse. Une personne suivie
--   hors RSA, qu'aucun fichier n'a fait connaître, n'y compte pas.
-- source : Dossiers MDPH enregistrés dans Jalon : jour du dépôt, jour de la décision ; R. 241-33 CASF, quatre mois
-- unite : jours
-- genre : mediane
-- dimensions : MOIS, TERRITOIRE, SEXE
-- lecture : HANDICAP
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucun dossier MDPH n'a eu sa première réponse dans les douze mois avant cette date.
select d.personne_id, m.foyer_id, r.le - d.depose_le as mesure, date_trunc('month', r.le::timestamp)::date as mois, case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe, coalesce(t.nom, 'Hors territoire') as territoire
from handicap.dossier d
cross join lateral (select min(q.decidee_le) as le from handicap.reponse q
  where q.dossier_id = d.id and q.annulee_le is null and not q.sur_recours and q.sens <> 'SANS_REPONSE' and q.decidee_le <= :au) r
join allocataires.personne p on p.id = d.personne_id and p.fusionnee_dans is null
join lateral allocataires.place_de(array[d.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where d.etat <> 'ECARTE' and d.depose_le is not null and r.le > :au::date - interval '12 months'
