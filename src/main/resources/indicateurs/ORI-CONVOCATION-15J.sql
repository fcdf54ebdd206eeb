-- rang : 325
-- libelle : Part des nouveaux entrants convoqués en quinze jours
-- definition : Parmi les nouveaux entrants reçus dans les douze mois avant la date et dont les quinze jours sont finis, part de
--   ceux qui ont été convoqués à une information collective dans les quinze jours : reçu le 1er mars, convoqué au plus tard le 15. Être en liste d'attente
--   n'est pas être convoqué, avoir un rendez-vous individuel non plus. Qui est orienté sans information collective compte contre ; qui est sorti ou suspendu avant la fin des quinze jours n'est pas compté.
--   Ceux dont les quinze jours courent encore, même déjà convoqués, sont dits à part. Le temps où le droit était suspendu est rendu.
-- source : Fichiers des bénéficiaires (CAF, MSA) : jour de réception ; convocations aux informations collectives enregistrées dans Jalon
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, MOIS, PAYEUR, SEXE
-- utilise : entrees
-- fenetre : douze_mois
-- fichiers : droits
-- parametres : delai = 15
-- vide : Aucun nouvel entrant reçu depuis quinze jours dans les douze mois avant cette date.
select e.*, coalesce(v.le <= (e.recu_le + :delai - 1 + e.repousse), false) as numerateur, (e.recu_le + :delai - 1 + e.repousse) >= :au as en_cours,
  date_trunc('month', e.recu_le::timestamp)::date as mois
from entrees e
left join lateral (
  -- to a session: the passages of interviews are kept beside those of convocations
  select min((x.fait_le at time zone :fuseau)::date) as le from rendezvous.passage x join rendezvous.convocation c on c.id = x.objet_id
  where x.personne_id = e.personne_id and x.vers = 'CONVOQUEE' and (x.fait_le at time zone :fuseau)::date between e.recu_le and :au
) v on true
where e.recu_le > :au::date - interval '12 months' and (v.le is not null or coalesce(e.arretee_le > (e.recu_le + :delai - 1 + e.repousse), true))
