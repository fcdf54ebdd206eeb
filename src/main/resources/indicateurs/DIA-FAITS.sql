-- rang : 400
-- libelle : Part des personnes suivies qui ont un diagnostic global
-- definition : Parmi les personnes dont le suivi est en cours à la date, part de celles dont un thème au moins du diagnostic global a été regardé à cette
--   date ou avant. Un suivi en veille ne compte pas.
-- source : Suivis et diagnostics globaux enregistrés dans Jalon ; plan Ardèche 2026-2029, diagnostics
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : DIAGNOSTICS, SANTE
-- fichiers : droits
-- vide : Personne n'est suivi à cette date.
select s.*, exists (select from diagnostic.constat c where c.personne_id = s.personne_id and c.niveau is not null and c.le <= :au) as numerateur,
  false as en_cours
from suivis s
