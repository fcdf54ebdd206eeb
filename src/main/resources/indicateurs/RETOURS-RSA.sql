-- rang : 232
-- libelle : Part des sorties vers l'emploi suivies d'un retour au RSA dans les douze mois
-- definition : Parmi les sorties vers un emploi ou une activité à son compte dont le droit a fermé un à deux ans avant la date (leurs douze mois sont finis), part de celles où un fichier a
--   rouvert le droit dans les douze mois. Le mois est celui où le droit a fermé.
-- source : Sorties enregistrées dans Jalon ; fichier mensuel des bénéficiaires (CAF, MSA) ; plan Drôme 2019-2022, fiche 10, « retour dans le dispositif après une sortie positive »
-- unite : %
-- genre : taux
-- dimensions : MOIS, PARCOURS, TERRITOIRE, ORGANISATION, SEXE
-- utilise : sorties_notees
-- lecture : SORTIES
-- fichiers : droits
-- vide : Aucune sortie vers l'emploi dont les douze mois soient finis à cette date.
select s.*, coalesce(s.retour_le <= :au and s.retour_le <= s.fermee_le + interval '12 months', false) as numerateur, false as en_cours,
  date_trunc('month', s.fermee_le::timestamp)::date as mois
from sorties_notees s
where s.etat = 'CONFIRMEE' and s.au_travail and s.fermee_le <= :au::date - interval '12 months' and s.fermee_le > :au::date - interval '24 months'
