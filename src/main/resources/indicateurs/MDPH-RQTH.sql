-- rang : 452
-- libelle : Personnes reconnues travailleurs handicapés
-- definition : Personnes dont le suivi est en cours à la date et qui ont ce jour-là une reconnaissance de la qualité de travailleur handicapé (RQTH) notée dans Jalon,
--   par décision connue à la date, commencée et pas encore finie.
-- source : Suivis et dossiers MDPH enregistrés dans Jalon : réponses notées
-- unite : personnes
-- genre : nombre
-- dimensions : TERRITOIRE, ORGANISATION, REFERENT, PARCOURS
-- utilise : suivis
-- lecture : HANDICAP
-- fichiers : droits
select s.* from suivis s
where exists (select from handicap.reponse r where r.personne_id = s.personne_id and r.droit = 'RQTH' and r.sens = 'ACCORDE' and r.annulee_le is null
  and r.decidee_le <= :au and r.depuis <= :au and (r.jusqu_au is null or r.jusqu_au >= :au))
