-- rang : 370
-- libelle : Part des personnes suivies par un référent au-delà de sa capacité
-- definition : Parmi les personnes dont le suivi est en cours à la date, part de celles dont le référent suit, ce jour-là, plus de personnes que sa
--   capacité : son temps de travail à la date multiplié par le nombre de personnes par équivalent temps plein, moindre pour un portefeuille
--   intensif. La charge du référent compte toutes les personnes qu'il suit, aussi celles d'un autre territoire et, une fois chacune, celles
--   qu'il suit hors RSA.
-- source : Suivis et temps de travail des référents enregistrés dans Jalon ; nombre de personnes par équivalent temps plein (page Paramètres) ; plan Ardèche 2026-2029, § 1.2
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- parametres : ordinaire = accompagnement.file_active_maximum, intensive = accompagnement.file_active_intensive
-- fichiers : droits
-- vide : Personne n'est suivi à cette date.
select s.*, coalesce(c.charge > greatest(1, floor(k.etp * case when k.intensif then :intensive else :ordinaire end)), false) as numerateur, false as en_cours
from suivis s
left join orientation.charges_au(:au) c on c.referent_id = s.referent_id -- of allocataires.suivi_hors_rsa
left join lateral (select q.etp, q.intensif from structures.referent_periode q where q.referent_id = s.referent_id and q.depuis <= :au
  order by q.depuis desc limit 1) k on true
