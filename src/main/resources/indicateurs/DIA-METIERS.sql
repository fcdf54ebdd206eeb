-- rang : 447
-- libelle : Métiers souhaités par les personnes suivies
-- definition : Métiers du ROME que le dernier diagnostic global, à la date, dit visés par les personnes dont le suivi est en cours. Une personne compte une fois
--   par métier, cinq au plus ; ce qu'elle dit seulement dans ses mots n'est pas compté.
-- source : Suivis et diagnostics globaux enregistrés dans Jalon ; métiers du ROME (France Travail)
-- unite : métiers
-- genre : nombre
-- dimensions : DOMAINE_METIER, METIER, TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- par : DOMAINE_METIER
-- utilise : suivis
-- lecture : DIAGNOSTICS
-- fichiers : droits
select distinct s.*, m.metier, left(m.metier, 1) as domaine_metier
from suivis s
cross join lateral (select c.reponses ->> 'rome' as rome from diagnostic.constat c
  where c.personne_id = s.personne_id and c.rubrique = 'PROJET' and c.le <= :au order by c.le desc, c.id desc limit 1) d
cross join lateral regexp_split_to_table(d.rome, chr(10)) m(metier)
