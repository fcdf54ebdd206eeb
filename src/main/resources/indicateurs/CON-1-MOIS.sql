-- rang : 500
-- libelle : Part des contrats d'engagement signés dans le mois
-- definition : Parmi les orientations notifiées dans les douze mois avant la date et dont le mois pour élaborer et signer le contrat est fini, part de celles dont le contrat a été signé par les deux dans ce mois.
--   Le mois court de la notification ; le temps où le suivi dormait lui est rendu, comme au registre des échéances. Celles dont le mois court encore, même déjà signées, sont dites à part. Un suivi qui a
--   fini, ou dort, avant la fin de son mois sans contrat n'est pas compté. Les personnes déjà suivies avant la loi ont un autre délai et n'y comptent pas ; celles que suit France Travail non plus. Le
--   mois est celui de la notification.
-- source : Suivis, contrats et registre des échéances enregistrés dans Jalon ; D. 5411-14-1 du code du travail, un mois ; plan Ardèche 2026-2029, § 1.2
-- unite : %
-- genre : taux
-- dimensions : MOIS, TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : mois_de_contrat
-- lecture : ENGAGEMENTS
-- fenetre : douze_mois
-- fichiers : droits
-- vide : Aucune orientation dont le mois soit fini à cette date.
select c.*, coalesce(c.signee_le <= c.limite, false) as numerateur, c.limite >= :au as en_cours, date_trunc('month', c.notifie_le::timestamp)::date as mois
from mois_de_contrat c
where c.notifie_le > :au::date - interval '12 months' and coalesce(c.arretee_le > c.limite, true)
