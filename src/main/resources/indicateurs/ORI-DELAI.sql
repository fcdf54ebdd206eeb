-- rang : 310
-- libelle : Délai moyen d'orientation
-- definition : Moyenne des jours entre la réception du fichier CAF ou MSA qui fait connaître le nouvel entrant et la notification de sa première
--   orientation (envoi du courrier, ou désignation du référent), pour les orientations notifiées dans les douze mois avant la date. Le mois
--   est celui de la notification. La date d'ouverture du droit ne compte pas.
-- source : Fichiers des bénéficiaires (CAF, MSA) : jour de réception ; orientations enregistrées dans Jalon : jour de notification ; convention Alpes-Maritimes 2024, annexe 4, indicateur 2
-- unite : jours
-- genre : moyenne
-- dimensions : MOIS, TERRITOIRE, PARCOURS, ORGANISATION, PAYEUR, SEXE
-- utilise : entrees
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune orientation n'a été notifiée dans les douze mois avant cette date.
select e.*, e.notifie_le - e.recu_le as mesure, date_trunc('month', e.notifie_le::timestamp)::date as mois
from entrees e
where e.notifie_le > :au::date - interval '12 months'
