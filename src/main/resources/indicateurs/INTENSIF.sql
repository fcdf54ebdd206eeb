-- rang : 485
-- libelle : Personnes en portefeuille intensif
-- definition : Personnes dont le suivi est en cours à la date et qui sont dans le portefeuille intensif du référent qui les suit : entrées ce jour-là
--   au plus tard, pas encore sorties. Qui est suivi par un autre référent, même pour un temps, n'y compte pas ; un suivi en veille non plus.
-- source : Entrées en portefeuille intensif, suivis et référents enregistrés dans Jalon ; plan Ardèche 2026-2029, § 1.2, « l'accompagnement intensif de
--   600 allocataires », « 1 000 allocataires en 2027 »
-- unite : personnes
-- genre : nombre
-- dimensions : ORGANISATION, REFERENT, TERRITOIRE, PARCOURS
-- par : ORGANISATION
-- utilise : suivis
-- lecture : INTENSIF
-- fichiers : droits
select s.* from suivis s -- of accompagnement.intensif, structures.referent_periode, allocataires.suivi_hors_rsa
where s.personne_id in (select i.personne_id from accompagnement.intensifs_au(:au) i where i.referent_id = s.referent_id)
