-- rang : 415
-- libelle : Freins ouverts des personnes suivies
-- definition : Freins qui ne sont pas levés à la date, des personnes dont le suivi est en cours ; un frein levé en partie est encore ouvert. Une personne
--   compte une fois par thème.
-- source : Suivis et diagnostics globaux enregistrés dans Jalon : freins et leur histoire
-- unite : freins
-- genre : nombre
-- dimensions : THEME, TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- par : THEME
-- utilise : suivis
-- lecture : DIAGNOSTICS, SANTE
-- fichiers : droits
select distinct s.*, f.theme
from suivis s
join diagnostic.frein f on f.personne_id = s.personne_id
cross join lateral (select q.vers from diagnostic.frein_passage q where q.objet_id = f.id and q.le <= :au order by q.le desc, q.id desc limit 1) p
where p.vers <> 'LEVE'
