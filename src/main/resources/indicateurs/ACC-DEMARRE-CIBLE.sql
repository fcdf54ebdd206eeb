-- rang : 445
-- libelle : Part des nouveaux entrants dont l'accompagnement a commencé dans le délai du Département
-- definition : Parmi les nouveaux entrants reçus dans les douze mois avant la date et dont le délai est fini, part de ceux pour qui le délai que le
--   Département s'est fixé pour commencer l'accompagnement a été tenu. Le Département dit d'où ce délai part et ce qui y répond (page Paramètres) :
--   le plus souvent une première rencontre après l'orientation. Ceux dont le délai court encore sont dits à part. Le temps où le droit était suspendu
--   est rendu, comme au registre des échéances. Qui est sorti, ou suspendu, avant la fin de son délai sans avoir été rencontré n'est pas compté. Le
--   mois est celui de la réception ; le territoire, celui de l'adresse à ce moment. Un Département qui fait répondre la première rencontre à son
--   délai d'orientation la lit dans ORI-TAUX-CIBLE.
-- source : Registre des échéances de Jalon ; délai que le Département s'est fixé (page Paramètres) ; plan de l'Ain 2023-2028, « accompagnés dans les
--   2 mois suivant l'entrée dans le dispositif »
-- unite : %
-- genre : taux
-- dimensions : MOIS, TERRITOIRE, PARCOURS, ORGANISATION, PAYEUR, SEXE
-- utilise : entrees
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucun nouvel entrant dont le délai pour commencer l'accompagnement soit fini à cette date, ou le Département n'en a pas fixé (page
--   Paramètres).
select e.*, c.etat = 'TENUE' and c.le <= c.cible as numerateur, c.cible >= :au as en_cours, date_trunc('month', e.recu_le::timestamp)::date as mois
from entrees e
join lateral (
  -- the deadline that bears this delay: its own, or one that the delay to orient has too
  select z.etat, z.le, z.cible from echeances.echeance x
  cross join lateral (select q.etat, q.le, q.cible from echeances.histoire q where q.echeance_id = x.id and q.le <= :au order by q.le desc, q.id desc limit 1) z
  where x.objet_id = e.entree_id and x.nature in ('ORIENTATION', 'REFERENT', 'PREMIER_RENDEZ_VOUS', 'ACCOMPAGNEMENT') and x.cible_cle = 'accompagnement.delai_cible' and z.cible is not null
  order by x.nature = 'ORIENTATION' limit 1
) c on true
where e.recu_le > :au::date - interval '12 months' and not (c.etat in ('SUSPENDUE', 'CADUQUE') and c.le <= c.cible)
