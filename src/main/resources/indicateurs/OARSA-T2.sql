-- rang : 510
-- libelle : OARSA : personnes soumises aux droits et devoirs qui ont un contrat d'engagement valide
-- definition : Parmi les personnes avec un droit ouvert et versable à la date et soumises aux droits et devoirs, celles qui ont ce jour-là un contrat signé par les deux, commencé et pas encore fini, selon qui
--   les suit (tableau 2 de l'enquête, au 31 décembre). L'inscription à France Travail n'y est pas.
-- source : Fichier mensuel des bénéficiaires (CAF, MSA) : état du droit, personnes soumises aux droits et devoirs ; suivis et contrats enregistrés dans Jalon ; DREES, enquête OARSA, tableau 2
-- unite : personnes
-- genre : nombre
-- dimensions : TYPE_STRUCTURE, ORGANISATION, TERRITOIRE, AGE, SEXE, FOYER, ANCIENNETE, PARCOURS
-- par : TYPE_STRUCTURE
-- utilise : population
-- lecture : ENGAGEMENTS
-- fichiers : droits
select p.* from population p -- of engagement.contrat, engagement.passage, engagement.version
where p.soumise and p.personne_id in (select k.personne_id from engagement.contrats_au(:au) k where k.etat = 'SIGNE' and k.jusqu_au >= :au)
