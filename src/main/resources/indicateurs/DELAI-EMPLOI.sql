-- rang : 233
-- libelle : Délai médian entre l'orientation et la reprise d'emploi
-- definition : Médiane (la moitié attendent moins), en jours, du temps entre la notification de la dernière orientation et le premier jour de l'emploi ou de l'activité, pour les reprises
--   des douze mois avant la date, confirmées par un agent. Le mois est celui de la reprise.
-- source : Sorties et suivis enregistrés dans Jalon ; plan Drôme 2019-2022, fiche 7, délai de retour à l'emploi
-- unite : jours
-- genre : mediane
-- dimensions : MOIS, PARCOURS, TERRITOIRE, ORGANISATION, SEXE
-- utilise : sorties_notees
-- lecture : SORTIES
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune reprise d'emploi après une orientation dans les douze mois avant cette date.
select s.*, s.le - s.notifie_le as mesure, date_trunc('month', s.le::timestamp)::date as mois
from sorties_notees s where s.etat = 'CONFIRMEE' and s.au_travail and s.notifie_le is not null and s.le > :au::date - interval '12 months'
