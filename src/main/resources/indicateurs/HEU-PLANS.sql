-- rang : 512
-- libelle : Plans d'heures de la dernière semaine
-- definition : Personnes suivies à la date, selon ce que demande le plan de leur dernière semaine finie : quinze heures ou plus, moins d'heures, pas de
--   durée hebdomadaire, moins de quinze heures sans raison notée, pas de contrat.
-- source : Contrats d'engagement et heures enregistrés dans Jalon, semaines closes ; L. 5411-6 du code du travail
-- unite : personnes
-- genre : nombre
-- dimensions : PLAN_D_HEURES, TERRITOIRE, PARCOURS, ORGANISATION, REFERENT
-- par : PLAN_D_HEURES
-- utilise : suivis
-- lecture : ENGAGEMENTS
-- fichiers : droits
select s.*, w.situation as plan_d_heures from suivis s
join engagement.semaine w on w.personne_id = s.personne_id and w.lundi <= :au::date - 6 and w.lundi > :au::date - 13
