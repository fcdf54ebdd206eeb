-- rang : 350
-- libelle : Part des nouveaux entrants orientés dans le délai du Département
-- definition : Parmi les nouveaux entrants reçus dans les douze mois avant la date et dont le délai est fini, part de ceux pour qui le délai que le Département s'est fixé
--   a été tenu. Chaque Département dit d'où ce délai part et ce qui y répond (page Paramètres) : réception, notification du droit ou entrée ; orientation notifiée,
--   référent nommé ou premier rendez-vous. Une personne compte quand son délai est fini à la date, orientée ou non : celles dont le délai court encore, même déjà orientées, sont
--   dites à part (un mois où il en reste est encore ouvert). Le temps où le droit était suspendu lui est rendu, comme au registre des échéances. Qui est sorti, ou
--   suspendu, avant la fin de son délai sans orientation n'est pas compté. Une orientation dont la lettre n'est pas partie n'est pas notifiée. Le mois est celui de la
--   réception ; le territoire, celui de l'adresse à ce moment.
-- source : Registre des échéances de Jalon ; délai que le Département s'est fixé (page Paramètres)
-- unite : %
-- genre : taux
-- dimensions : MOIS, TERRITOIRE, PARCOURS, ORGANISATION, PAYEUR, SEXE
-- utilise : entrees
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucun nouvel entrant dont le délai du Département soit fini à cette date, ou le Département n'en a pas fixé (page Paramètres).
select e.*, c.etat = 'TENUE' and c.le <= c.cible as numerateur, c.cible >= :au as en_cours, date_trunc('month', e.recu_le::timestamp)::date as mois
from entrees e
join lateral (
  -- the deadline that bears the delay to orient (not the one to accompany): its own, or that of the orientation
  select z.etat, z.le, z.cible from echeances.echeance x
  cross join lateral (select q.etat, q.le, q.cible from echeances.histoire q where q.echeance_id = x.id and q.le <= :au order by q.le desc, q.id desc limit 1) z
  where x.objet_id = e.entree_id and x.nature in ('ORIENTATION', 'REFERENT', 'PREMIER_RENDEZ_VOUS', 'ACCOMPAGNEMENT') and x.cible_cle = 'orientation.delai_cible' and z.cible is not null
  order by x.nature = 'ORIENTATION' limit 1
) c on true
where e.recu_le > :au::date - interval '12 months' and not (c.etat in ('SUSPENDUE', 'CADUQUE') and c.le <= c.cible)
