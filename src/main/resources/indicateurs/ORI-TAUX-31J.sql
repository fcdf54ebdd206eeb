-- rang : 335
-- libelle : Part des nouveaux entrants orientés en un mois (31 jours)
-- definition : Parmi les nouveaux entrants reçus dans les douze mois avant la date et dont le délai est fini, part de ceux dont l'orientation a été notifiée dans les 31 jours : reçu le 1er mars, notifié avant le 1er avril (au plus tard le 31 mars).
--   Le délai court de la réception du fichier CAF ou MSA ; la date d'ouverture du droit ne compte pas. Une personne compte quand son délai est fini à la date, orientée ou non : celles dont le délai court encore, même déjà orientées, sont
--   dites à part (un mois où il en reste est encore ouvert). Le temps où le droit était suspendu lui est rendu, comme au registre des échéances. Qui est sorti, ou
--   suspendu, avant la fin de son délai sans orientation n'est pas compté. Une orientation dont la lettre n'est pas partie n'est pas notifiée. Le mois est celui de la
--   réception ; le territoire, celui de l'adresse à ce moment.
-- source : Fichiers des bénéficiaires (CAF, MSA) : jour de réception ; orientations enregistrées dans Jalon : jour de notification ; registre des échéances ; objectif de la stratégie pauvreté ; compté comme l'annexe 4 de la convention Alpes-Maritimes 2024
-- unite : %
-- genre : taux
-- dimensions : MOIS, TERRITOIRE, PARCOURS, ORGANISATION, PAYEUR, SEXE
-- utilise : entrees
-- fenetre : douze_mois
-- fichiers : droits
-- parametres : delai = 31
-- vide : Aucun nouvel entrant dont le délai soit fini à cette date.
select e.*, coalesce(e.notifie_le <= (e.recu_le + :delai - 1 + e.repousse), false) as numerateur, (e.recu_le + :delai - 1 + e.repousse) >= :au as en_cours,
  date_trunc('month', e.recu_le::timestamp)::date as mois
from entrees e
where e.recu_le > :au::date - interval '12 months' and coalesce(e.arretee_le > (e.recu_le + :delai - 1 + e.repousse), true)
