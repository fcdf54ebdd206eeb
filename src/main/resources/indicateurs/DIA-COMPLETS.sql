-- rang : 405
-- libelle : Part des diagnostics globaux complets
-- definition : Parmi les personnes suivies à la date qui ont un diagnostic global, part de celles dont les dix thèmes ont été regardés à cette date ou
--   avant, même sans impact.
-- source : Suivis et diagnostics globaux enregistrés dans Jalon ; plan Ardèche 2026-2029, axe 7, complétude des diagnostics
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : DIAGNOSTICS, SANTE
-- fichiers : droits
-- parametres : themes = 10
-- vide : Aucune personne suivie n'a de diagnostic global à cette date.
select s.*, v.themes >= :themes as numerateur, false as en_cours
from suivis s
join (select c.personne_id, count(distinct c.rubrique) as themes from diagnostic.constat c where c.niveau is not null and c.le <= :au group by 1) v
  on v.personne_id = s.personne_id
