-- rang : 511
-- libelle : Heures faites par personne et par semaine
-- definition : Heures d'activité faites, en moyenne par semaine du mois et par personne suivie ce jour-là, pour les semaines où un contrat est en vigueur
--   : notées, prouvées par un rendez-vous, ou comptées d'elles-mêmes (formation, insertion, emploi). Le mois est celui qui finit à la date ; à une fin de
--   mois, c'est ce mois-là. Une semaine est du mois où tombe son dimanche.
-- source : Contrats d'engagement et heures enregistrés dans Jalon, semaines closes ; L. 5411-6 du code du travail
-- unite : heures
-- genre : moyenne
-- dimensions : TERRITOIRE, PARCOURS, ORGANISATION, REFERENT
-- utilise : suivis
-- lecture : ENGAGEMENTS
-- fichiers : droits
-- vide : Aucune semaine du mois n'a de contrat en vigueur.
select s.*, round(w.faites / 60.0, 2) as mesure from suivis s
join engagement.semaine w on w.personne_id = s.personne_id and w.lundi between (:au::date + 1 - interval '1 month')::date - 6 and :au::date - 6
where w.situation <> 'SANS_CONTRAT'
