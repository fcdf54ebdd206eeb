-- rang : 472
-- libelle : Personnes suivies pour qui rien n'a changé depuis des mois
-- definition : Personnes dont le suivi est en cours à la date et pour qui rien n'a changé depuis le nombre de mois que le Département a réglé (page
--   Paramètres) : ni parcours, ni référent, ni réorientation, ni diagnostic, ni frein, ni action. C'est ce que dit une revue de file active. Un contact
--   ne change rien à lui seul. Depuis combien de temps : de la date du dernier changement à celle du chiffre. Un passage de relais annulé le
--   jour même n'est pas un changement. Une personne suivie hors RSA n'y compte pas.
-- source : Suivis, réorientations et diagnostics enregistrés dans Jalon ; plan Ardèche 2026-2029, « 54 % des allocataires au RSA depuis plus de quatre ans »
-- unite : personnes
-- genre : nombre
-- dimensions : IMMOBILE_DEPUIS, TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- par : IMMOBILE_DEPUIS
-- utilise : suivis
-- lecture : ACCOMPAGNEMENT
-- parametres : seuil = accompagnement.immobile
-- fichiers : droits
select q.*, case when q.mois < 6 then '<6' when q.mois < 12 then '6-11' when q.mois < 24 then '12-23' when q.mois < 48 then '24-47' else '48+' end as immobile_depuis
from (
  select s.*, (extract(year from age(:au::date, x.le)) * 12 + extract(month from age(:au::date, x.le)))::int as mois
  from suivis s
  join accompagnement.derniers_changements(array(select personne_id from suivis), :au, :fuseau) x on x.personne_id = s.personne_id -- of orientation.suivi, orientation.passage, orientation.changement_de_referent, diagnostic.recommandation, diagnostic.constat, diagnostic.frein_passage, diagnostic.action_passage
) q
where q.mois >= :seuil
