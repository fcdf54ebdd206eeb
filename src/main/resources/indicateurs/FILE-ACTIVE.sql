-- rang : 372
-- libelle : Personnes suivies par référent, pour un équivalent temps plein (médiane)
-- definition : Pour chaque personne dont le suivi est en cours à la date et dont le référent est nommé, le nombre de personnes que ce référent suit ce
--   jour-là, divisé par son temps de travail à la date ; la médiane : la moitié des personnes ont un référent moins chargé. Par référent, c'est sa
--   charge ramenée à un temps plein. La charge compte toutes les personnes qu'il suit, aussi celles d'un autre territoire et, une fois chacune, celles
--   qu'il suit hors RSA ; un suivi en veille ne compte pas. Les référents qui ont un portefeuille intensif ce jour-là sont dans FILE-ACTIVE-INTENSIVE.
-- source : Suivis et temps de travail des référents enregistrés dans Jalon ; plan Ardèche 2026-2029, § 1.2, file active de 100 personnes au plus par équivalent temps plein
-- unite : personnes par ETP
-- genre : mediane
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- fichiers : droits
-- vide : Aucune personne suivie n'a de référent nommé hors portefeuille intensif à cette date.
select s.*, round(c.charge / k.etp, 1) as mesure
from suivis s
join orientation.charges_au(:au) c on c.referent_id = s.referent_id -- of allocataires.suivi_hors_rsa
join lateral (select q.etp, q.intensif from structures.referent_periode q where q.referent_id = s.referent_id and q.depuis <= :au
  order by q.depuis desc limit 1) k on k.etp > 0 and not k.intensif
