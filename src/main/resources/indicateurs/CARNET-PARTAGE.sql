-- rang : 468
-- libelle : Part des personnes suivies dont plusieurs sortes d'acteurs écrivent le carnet
-- definition : Parmi les personnes dont le suivi est en cours à la date, sans veille, part de celles dont le carnet partagé a été écrit par au moins deux
--   sortes d'acteurs (référent, travailleur social, responsable, France Travail, partenaire, opérateur) dans les douze mois avant la date. La
--   sorte est celle de qui écrit, le jour où il écrit ; une réponse compte, une correction non. Ce qui a été écrit avant que la sorte soit notée
--   ne compte pas. Il dit que des professionnels s'écrivent, pas que c'est utile à la personne ; une personne qui s'oppose au partage y compte
--   comme les autres.
-- source : Carnets partagés et suivis enregistrés dans Jalon ; L. 263-4-1 du code de l'action sociale et des familles
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : CARNET
-- fichiers : droits
-- vide : Personne n'est suivi à cette date.
select s.*, (
    select count(distinct m.sorte) from carnet.mesure m
    where m.personne_id = s.personne_id and m.genre = 'ECRIT' and m.le <= :au and m.le > :au::date - interval '12 months') > 1 as numerateur,
  false as en_cours
from suivis s
