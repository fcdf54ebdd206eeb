-- rang : 512
-- libelle : OARSA : contrats d'engagement par type d'action
-- definition : Les contrats des personnes de OARSA-T2 qui contiennent au moins une action de chacun des quinze types de l'enquête ; un contrat compte une fois par type, et peut en avoir plusieurs (tableau 4 de
--   l'enquête, au 31 décembre). Le type vient du genre d'activité de l'action et du thème auquel répond son objectif.
-- source : Fichier mensuel des bénéficiaires (CAF, MSA) : état du droit, personnes soumises aux droits et devoirs ; suivis et contrats enregistrés dans Jalon ; DREES, enquête OARSA, tableau 4
-- unite : contrats
-- genre : nombre
-- dimensions : ACTION_OARSA, TYPE_STRUCTURE, ORGANISATION, TERRITOIRE, AGE, SEXE, FOYER, ANCIENNETE, PARCOURS
-- par : ACTION_OARSA
-- utilise : population
-- lecture : ENGAGEMENTS, SANTE
-- fichiers : droits
select p.*, y.type as action_oarsa
from population p
join (select distinct on (c.personne_id) c.* from engagement.contrats_au(:au) c where c.etat = 'SIGNE' and c.jusqu_au >= :au order by c.personne_id, c.contrat_id desc) k
  on k.personne_id = p.personne_id -- of engagement.contrat, engagement.passage, engagement.version
cross join lateral (select distinct engagement.type_oarsa(a.activite, b.theme) as type from engagement.action a join engagement.objectif b on b.id = a.objectif_id
  where a.version_id = k.version_id and a.retiree_le is null and b.retire_le is null) y
where p.soumise
