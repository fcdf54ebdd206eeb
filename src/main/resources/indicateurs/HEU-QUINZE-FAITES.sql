-- rang : 514
-- libelle : Part des semaines où les heures demandées sont faites
-- definition : Parmi les semaines du mois où des heures étaient demandées aux personnes suivies à la date (quinze, ou moins quand leur plan est adapté),
--   part de celles où elles sont faites. Le mois est celui qui finit à la date ; à une fin de mois, c'est ce mois-là. Une semaine est du mois où tombe son
--   dimanche.
-- source : Contrats d'engagement et heures enregistrés dans Jalon, semaines closes ; L. 5411-6 du code du travail
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, PARCOURS, ORGANISATION, REFERENT
-- utilise : suivis
-- lecture : ENGAGEMENTS
-- fichiers : droits
-- vide : Aucune heure n'était demandée ce mois-là.
select s.*, w.faites >= w.cible as numerateur, false as en_cours from suivis s
join engagement.semaine w on w.personne_id = s.personne_id and w.lundi between (:au::date + 1 - interval '1 month')::date - 6 and :au::date - 6
where w.cible is not null
