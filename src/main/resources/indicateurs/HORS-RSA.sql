-- rang : 395
-- libelle : Personnes suivies hors RSA, par public
-- definition : Personnes suivies à la date pour un public du plan hors RSA, inscrites par un agent ou déjà connues. Suivie pour deux publics, une personne compte
--   dans chacun. Elles ne comptent dans aucun indicateur du RSA, sauf si elles ont aussi un droit. Le territoire est celui de leur commune aujourd'hui.
-- source : Suivis hors RSA enregistrés dans Jalon ; séminaire de l'insertion en Ardèche de 2022 (SPIE) ; plans des Départements
-- unite : suivis
-- genre : nombre
-- dimensions : PUBLIC, TERRITOIRE, AGE, SEXE, ORGANISATION
-- par : PUBLIC
-- fichiers : aucun
select h.personne_id, null::bigint as foyer_id, h.public, pilotage.tranche_age(p.date_naissance, :au) as age,
  case p.sexe when 1 then 'HOMME' when 2 then 'FEMME' else 'INCONNU' end as sexe,
  coalesce(t.nom, 'Hors territoire') as territoire, coalesce(o.nom, 'Aucune') as organisation
from allocataires.suivi_hors_rsa h
join allocataires.personne p on p.id = h.personne_id and p.fusionnee_dans is null
left join structures.territoire t on t.id = h.territoire_id
left join structures.organisation o on o.id = h.organisation_id
where h.retire_le is null and h.depuis <= :au and (h.fin_le is null or h.fin_le > :au)
