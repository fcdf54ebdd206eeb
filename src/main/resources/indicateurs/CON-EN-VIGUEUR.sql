-- rang : 503
-- libelle : Part des personnes suivies qui ont un contrat d'engagement en vigueur
-- definition : Parmi les personnes dont le suivi est en cours à la date, sauf celles que suit France Travail, part de celles qui ont ce jour-là un contrat signé par les deux, commencé et pas encore fini. Un
--   contrat suspendu, refusé, ou à reprendre après une nouvelle orientation n'est pas en vigueur.
-- source : Suivis et contrats enregistrés dans Jalon ; DREES (OARSA), contrats parmi les personnes orientées hors France Travail : 49 % fin 2023
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : ENGAGEMENTS
-- fichiers : droits
-- vide : Personne n'est suivi à cette date hors de France Travail.
select s.*, s.personne_id in (select k.personne_id from engagement.contrats_au(:au) k where k.etat = 'SIGNE' and k.jusqu_au >= :au) as numerateur, -- of engagement.contrat, engagement.passage, engagement.version
  false as en_cours
from suivis s
where exists (select from orientation.suivi d join structures.organisation q on q.id = d.organisation_id and q.nature <> 'FRANCE_TRAVAIL'
  where d.personne_id = s.personne_id and d.notifie_le <= :au and d.jusqua > :au)
