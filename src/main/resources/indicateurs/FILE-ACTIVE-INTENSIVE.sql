-- rang : 489
-- libelle : Personnes par portefeuille intensif, pour un équivalent temps plein (médiane)
-- definition : Pour chaque personne qui est dans un portefeuille intensif à la date, le nombre de personnes de ce portefeuille ce jour-là, divisé par le
--   temps de travail du référent à la date ; la médiane : la moitié des personnes sont dans un portefeuille moins chargé. Par référent, c'est la taille de
--   son portefeuille ramenée à un temps plein, aussi avec les personnes d'un autre territoire. Qui est suivie par ce référent sans être entrée n'y compte pas.
-- source : Entrées en portefeuille intensif et temps de travail des référents enregistrés dans Jalon ; plan Ardèche 2026-2029, § 1.2, 50 personnes par équivalent temps plein
-- unite : personnes par ETP
-- genre : mediane
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : INTENSIF
-- fichiers : droits
-- vide : Personne n'est en portefeuille intensif à cette date.
select s.*, round(c.membres / k.etp, 1) as mesure
from suivis s -- of accompagnement.intensif, structures.referent_periode, allocataires.suivi_hors_rsa
join accompagnement.portefeuilles_au(:au, 1, 1) c on c.referent_id = s.referent_id
join accompagnement.intensifs_au(:au) i on i.referent_id = s.referent_id and i.personne_id = s.personne_id
join lateral (select q.etp from structures.referent_periode q where q.referent_id = s.referent_id and q.depuis <= :au
  order by q.depuis desc limit 1) k on k.etp > 0
