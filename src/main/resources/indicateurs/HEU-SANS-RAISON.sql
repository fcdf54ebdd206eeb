-- rang : 513
-- libelle : Part des plans sous quinze heures sans raison
-- definition : Parmi les personnes suivies à la date dont un contrat était en vigueur la dernière semaine finie, part de celles dont le plan prévoit moins
--   d'heures que la loi ne demande sans qu'une raison soit notée.
-- source : Contrats d'engagement et heures enregistrés dans Jalon, semaines closes ; L. 5411-6 du code du travail
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, PARCOURS, ORGANISATION, REFERENT
-- utilise : suivis
-- lecture : ENGAGEMENTS
-- fichiers : droits
-- vide : Personne n'avait de contrat en vigueur la dernière semaine.
select s.*, w.situation = 'SOUS_QUINZE' as numerateur, false as en_cours from suivis s
join engagement.semaine w on w.personne_id = s.personne_id and w.lundi <= :au::date - 6 and w.lundi > :au::date - 13
where w.situation <> 'SANS_CONTRAT'
