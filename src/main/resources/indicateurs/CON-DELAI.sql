-- rang : 501
-- libelle : Délai moyen de signature du contrat d'engagement
-- definition : Moyenne des jours entre la notification de l'orientation et la signature du contrat par les deux, pour les premières signatures de chaque suivi données dans les douze mois avant la date.
--   Les personnes déjà suivies avant la loi n'y comptent pas, ni celles que suit France Travail. Le mois est celui de la signature.
-- source : Suivis et contrats enregistrés dans Jalon : jour de notification, jour de signature ; DREES, délai entre l'orientation et la signature : 58 jours en 2017, 53 en 2019
-- unite : jours
-- genre : moyenne
-- dimensions : MOIS, TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : mois_de_contrat
-- lecture : ENGAGEMENTS
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucun contrat n'a été signé dans les douze mois avant cette date.
select c.*, c.signee_le - c.notifie_le as mesure, date_trunc('month', c.signee_le::timestamp)::date as mois
from mois_de_contrat c
where c.signee_le > :au::date - interval '12 months'
