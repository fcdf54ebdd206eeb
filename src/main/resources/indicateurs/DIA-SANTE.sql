-- rang : 410
-- libelle : Part des diagnostics globaux où la santé a été regardée
-- definition : Parmi les personnes suivies à la date qui ont un diagnostic global, part de celles dont le thème de la santé a été regardé à cette date ou
--   avant, qu'elle pèse ou non.
-- source : Suivis et diagnostics globaux enregistrés dans Jalon ; plan Ardèche 2026-2029, axe 7, complétude du volet santé
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- par : REFERENT
-- utilise : suivis
-- lecture : DIAGNOSTICS, SANTE
-- fichiers : droits
-- vide : Aucune personne suivie n'a de diagnostic global à cette date.
select s.*, v.sante as numerateur, false as en_cours
from suivis s
join (select c.personne_id, bool_or(c.sante) as sante from diagnostic.constat c where c.niveau is not null and c.le <= :au group by 1) v
  on v.personne_id = s.personne_id
