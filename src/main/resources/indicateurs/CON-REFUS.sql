-- rang : 506
-- libelle : Personnes qui refusent le contrat d'engagement
-- definition : Personnes dont le suivi est en cours à la date et qui refusent ce jour-là d'élaborer, de signer ou d'actualiser leur contrat. Un refus sur lequel la personne est revenue, ou noté par erreur, ne
--   compte plus depuis ce jour.
-- source : Suivis et contrats enregistrés dans Jalon : refus notés ; L. 262-37 CASF
-- unite : personnes
-- genre : nombre
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : ENGAGEMENTS
-- fichiers : droits
select s.* from suivis s -- of engagement.contrat, engagement.passage, engagement.version
where s.personne_id in (select k.personne_id from engagement.contrats_au(:au) k where k.etat = 'REFUSE')
