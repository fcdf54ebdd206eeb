-- rang : 469
-- libelle : Part des tâches des carnets faites à temps
-- definition : Parmi les tâches demandées dans les carnets partagés dont le jour est dans le mois qui finit à cette date, part de celles faites ce jour-là
--   au plus tard. À une fin de mois, c'est ce mois-là ; à une autre date, il commence le lendemain du même jour du mois d'avant. Une tâche
--   compte pour la personne que son carnet concerne, encore suivie ou non. Faite un autre jour et cochée plus tard, elle compte le jour où elle
--   est cochée ; une ligne rouverte n'est plus faite. Une personne qu'aucun fichier n'a fait connaître n'y compte pas.
-- source : Carnets partagés enregistrés dans Jalon ; L. 263-4-1 du code de l'action sociale et des familles
-- unite : %
-- genre : taux
-- dimensions : TERRITOIRE, SEXE
-- lecture : CARNET
-- fichiers : droits
-- vide : Aucune tâche n'avait son jour dans le mois qui finit à cette date.
select m.personne_id, v.foyer_id, case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  coalesce(t.nom, 'Hors territoire') as territoire, coalesce(m.faite_le <= m.le, false) as numerateur, false as en_cours
from carnet.mesure m
join allocataires.personne p on p.id = m.personne_id and p.fusionnee_dans is null
join lateral allocataires.place_de(array[m.personne_id], :au) v on v.foyer_id is not null -- of allocataires.membre, allocataires.droit, allocataires.foyer
left join lateral allocataires.adresse_au(v.foyer_id, v.jour) a on true -- of allocataires.adresse
left join structures.territoire t on t.id = a.territoire_id
where m.genre = 'TACHE' and m.le <= :au and m.le >= :au::date + 1 - interval '1 month'
