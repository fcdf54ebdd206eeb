-- rang : 511
-- libelle : OARSA : durée des contrats d'engagement valides
-- definition : Les contrats des personnes de OARSA-T2, selon la durée écrite : du premier jour du contrat, ou de son renouvellement, à son dernier jour ; un avenant ne la recommence pas (tableau 3 de
--   l'enquête, au 31 décembre).
-- source : Fichier mensuel des bénéficiaires (CAF, MSA) : état du droit, personnes soumises aux droits et devoirs ; suivis et contrats enregistrés dans Jalon ; DREES, enquête OARSA, tableau 3
-- unite : contrats
-- genre : nombre
-- dimensions : DUREE_DE_CONTRAT, TYPE_STRUCTURE, ORGANISATION, TERRITOIRE, AGE, SEXE, FOYER, ANCIENNETE, PARCOURS
-- par : DUREE_DE_CONTRAT
-- utilise : population
-- lecture : ENGAGEMENTS
-- fichiers : droits
select p.*, case when k.jusqu_au + 1 < k.debut + interval '6 months' then '<6' when k.jusqu_au + 1 < k.debut + interval '12 months' then '6-11' else '12+' end as duree_de_contrat
from population p
join (select distinct on (c.personne_id) c.* from engagement.contrats_au(:au) c where c.etat = 'SIGNE' and c.jusqu_au >= :au order by c.personne_id, c.contrat_id desc) k
  on k.personne_id = p.personne_id -- of engagement.contrat, engagement.passage, engagement.version
where p.soumise
