-- rang : 230
-- libelle : Part des personnes toujours en emploi douze mois après, parmi celles qui ont répondu
-- definition : Parmi les personnes parties pour un emploi ou une activité à leur compte, dont le jour du rappel à douze mois est dans les douze mois avant la date et dont on sait ce qu'elles
--   font (elles ont répondu, ou un fichier dit qu'elles sont revenues au RSA), part de celles qui sont au même poste ou dans un autre emploi. Celles qui n'ont pas
--   répondu ne comptent pas ici : l'indicateur EMPLOI-12M-TOUTES les compte. Le mois est celui du rappel.
-- source : Sorties et rappels enregistrés dans Jalon ; Ardèche, pacte des solidarités, § 4.4, « toujours en emploi à 6 et 12 mois »
-- unite : %
-- genre : taux
-- dimensions : MOIS, PARCOURS, TERRITOIRE, ORGANISATION, SEXE
-- utilise : sorties_notees
-- lecture : SORTIES
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune réponse à un rappel à douze mois dans les douze mois avant cette date.
select s.*, r.reponse in ('MEME_EMPLOI', 'AUTRE_EMPLOI') as numerateur, false as en_cours, date_trunc('month', r.prevu_le::timestamp)::date as mois
from sorties_notees s join sorties.rappel r on r.sortie_id = s.sortie_id and r.rang = 2 and r.etat <> 'ANNULE'
where s.etat = 'CONFIRMEE' and s.au_travail and r.prevu_le <= :au and r.prevu_le > :au::date - interval '12 months' and r.repondu_le <= :au
