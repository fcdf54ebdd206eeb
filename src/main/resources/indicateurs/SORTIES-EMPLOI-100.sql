-- rang : 226
-- libelle : Part des sorties du RSA qui vont vers l'emploi
-- definition : Parmi les sorties du RSA (droit fermé d'après le fichier) des douze mois avant la date, part de celles dont la raison est un emploi ou une activité à son compte. Une
--   sortie que personne n'a encore complétée compte avec la raison que dit le fichier ; une sortie écartée ne compte pas. Le mois est celui où le droit ferme.
-- source : Sorties enregistrées dans Jalon ; fichier mensuel des bénéficiaires (CAF, MSA) ; plan Drôme 2019-2022, axe 3, « 50 % par an »
-- unite : %
-- genre : taux
-- dimensions : MOIS, PARCOURS, TERRITOIRE, ORGANISATION, SEXE
-- utilise : sorties_notees
-- lecture : SORTIES
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune sortie du RSA dans les douze mois avant cette date.
select s.*, s.au_travail as numerateur, false as en_cours, date_trunc('month', s.fermee_le::timestamp)::date as mois
from sorties_notees s where s.fermee_le <= :au and s.fermee_le > :au::date - interval '12 months'
