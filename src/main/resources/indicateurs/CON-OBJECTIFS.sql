-- rang : 505
-- libelle : Objectifs des contrats d'engagement dont le résultat est dit
-- definition : Objectifs des contrats signés dont le résultat (atteint, en partie, non atteint) a été dit dans les douze mois avant la date ; dit deux fois, le dernier compte. Les objectifs dont personne n'a
--   encore dit ce qu'ils deviennent n'y sont pas. L'organisation et le parcours sont ceux du suivi pour lequel le contrat a été fait. Une personne suivie hors RSA, qu'aucun fichier n'a fait connaître,
--   n'y compte pas.
-- source : Contrats enregistrés dans Jalon : résultats notés
-- unite : objectifs
-- genre : nombre
-- dimensions : RESULTAT_D_OBJECTIF, MOIS, TERRITOIRE, ORGANISATION, PARCOURS
-- par : RESULTAT_D_OBJECTIF
-- lecture : ENGAGEMENTS, SANTE
-- fenetre : douze_mois
-- fichiers : droits
select b.personne_id, m.foyer_id, b.resultat as resultat_d_objectif, date_trunc('month', b.resultat_le::timestamp)::date as mois, s.parcours, o.nom as organisation,
  coalesce(t.nom, 'Hors territoire') as territoire
from engagement.objectif b
join engagement.version v on v.id = b.version_id and v.etat = 'SIGNEE'
join engagement.contrat c on c.id = v.contrat_id and c.etat <> 'ECARTE'
join orientation.suivi s on s.id = v.suivi_id
join structures.organisation o on o.id = s.organisation_id
join allocataires.personne p on p.id = b.personne_id and p.fusionnee_dans is null
join lateral allocataires.place_de(array[b.personne_id], :au) m on m.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(m.foyer_id, m.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where b.retire_le is null and b.resultat_le <= :au and b.resultat_le > :au::date - interval '12 months'
