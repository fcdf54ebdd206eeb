-- rang : 488
-- libelle : Part des personnes qui ne sont plus au RSA 12 mois après leur entrée en portefeuille intensif
-- definition : Parmi les personnes entrées une première fois en portefeuille intensif dont le mois de l'entrée, plus 12 mois, a fini dans les douze mois avant
--   la date, et dont le droit était ouvert la veille du mois de l'entrée, part de celles dont le droit n'est plus ouvert (versable ou suspendu) dans
--   aucun foyer à la fin de ce douzième mois. Ne plus être au RSA n'est pas avoir un emploi. Les personnes déjà suivies quand Jalon a commencé à tenir
--   les entrées ne sont pas comptées. Le mois est celui de l'entrée ; le territoire, celui de l'adresse à la veille de ce mois. La page Portefeuilles
--   intensifs les compare à d'autres qui leur ressemblent.
-- source : Entrées en portefeuille intensif enregistrées dans Jalon ; fichier mensuel des bénéficiaires (CAF, MSA) ; plan Ardèche 2026-2029, focus 1,
--   « 42 % des bénéficiaires ne perçoivent plus le RSA 12 mois après »
-- unite : %
-- genre : taux
-- dimensions : MOIS, ORGANISATION, REFERENT, TERRITOIRE, SEXE
-- utilise : entrees_intensives
-- lecture : INTENSIF
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune personne entrée en portefeuille intensif dont ces 12 mois aient fini dans les douze mois avant cette date.
select e.*, not coalesce(w.presente and w.adulte and allocataires.est_ouvert(w.etat), false) as numerateur, false as en_cours
from entrees_intensives e
cross join lateral (select (e.mois + interval '13 months')::date - 1 as le) terme
left join lateral allocataires.place_de(array[e.personne_id], terme.le) w on true
where terme.le <= :au and terme.le > :au::date - interval '12 months'
