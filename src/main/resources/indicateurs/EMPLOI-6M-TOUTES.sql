-- rang : 229
-- libelle : Part des personnes toujours en emploi six mois après, sans réponse comprises
-- definition : Parmi les personnes parties pour un emploi ou une activité à leur compte, dont le jour du rappel à six mois est dans les douze mois avant la date, part de celles qui ont dit être au
--   même poste ou dans un autre emploi. Qui n'a pas répondu compte comme n'étant pas en emploi : le vrai chiffre est entre celui-ci et EMPLOI-6M. Le mois est
--   celui du rappel.
-- source : Sorties et rappels enregistrés dans Jalon ; Ardèche, pacte des solidarités, § 4.4, « toujours en emploi à 6 et 12 mois »
-- unite : %
-- genre : taux
-- dimensions : MOIS, PARCOURS, TERRITOIRE, ORGANISATION, SEXE
-- utilise : sorties_notees
-- lecture : SORTIES
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucun rappel à six mois dans les douze mois avant cette date.
select s.*, coalesce(r.repondu_le <= :au and r.reponse in ('MEME_EMPLOI', 'AUTRE_EMPLOI'), false) as numerateur, false as en_cours,
  date_trunc('month', r.prevu_le::timestamp)::date as mois
from sorties_notees s join sorties.rappel r on r.sortie_id = s.sortie_id and r.rang = 1 and r.etat <> 'ANNULE'
where s.etat = 'CONFIRMEE' and s.au_travail and r.prevu_le <= :au and r.prevu_le > :au::date - interval '12 months'
