-- rang : 212
-- libelle : Nouveaux entrants, par mois de réception
-- definition : Nouveaux entrants dont le Département a reçu l'information dans le mois de la date, quelle que soit la date de référence du fichier : un fichier reçu
--   en retard compte le mois où il arrive, d'où court le délai d'orientation (par mois de référence : ENT-NOUVEAUX). Territoire et type de foyer sont ceux de la
--   date de référence.
-- source : Fichiers des bénéficiaires (CAF, MSA), mensuels et journaliers : jour où le Département les a reçus ; convention Alpes-Maritimes 2024, annexe 4 § 4
-- unite : personnes
-- genre : nombre
-- dimensions : MOIS, TERRITOIRE, FOYER, AGE, PAYEUR, SEXE
-- fichiers : mois
select distinct on (coalesce(p.fusionnee_dans, p.id), date_trunc('month', e.recu_le))
  coalesce(p.fusionnee_dans, p.id) as personne_id, e.foyer_id,
  date_trunc('month', e.recu_le)::date as mois,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  pilotage.tranche_age(p.date_naissance, e.reference) as age,
  f.fonction_organisme as payeur,
  coalesce(t.nom, 'Hors territoire') as territoire,
  coalesce((select d.type_foyer from allocataires.droit d
            where d.foyer_id = e.foyer_id and d.oublie_le = 'infinity' and d.depuis <= e.reference and d.jusqua > e.reference
            order by d.depuis desc limit 1), 'INCONNU') as foyer
from orientation.entree e
join allocataires.personne p on p.id = e.personne_id
join allocataires.foyer f on f.id = e.foyer_id
left join lateral allocataires.adresse_au(e.foyer_id, e.reference) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where e.recu_le between :premier_mois and :au
order by coalesce(p.fusionnee_dans, p.id), date_trunc('month', e.recu_le), e.recu_le, e.id
