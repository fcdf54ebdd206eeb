-- rang : 502
-- libelle : Délai médian de signature du contrat d'engagement
-- definition : Médiane (la moitié des contrats se signent plus vite) des jours entre la notification de l'orientation et la signature du contrat par les deux, comptée comme le délai moyen.
-- source : Suivis et contrats enregistrés dans Jalon : jour de notification, jour de signature
-- unite : jours
-- genre : mediane
-- dimensions : MOIS, TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : mois_de_contrat
-- lecture : ENGAGEMENTS
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucun contrat n'a été signé dans les douze mois avant cette date.
select c.*, c.signee_le - c.notifie_le as mesure, date_trunc('month', c.signee_le::timestamp)::date as mois
from mois_de_contrat c
where c.signee_le > :au::date - interval '12 months'
