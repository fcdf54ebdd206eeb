-- The list of rooms whose rows follow a person was closed (V0250, V0482): what is kept about her requests on her data stayed with the agents of the place she had
-- left. The list is open now (R__perimetre_des_personnes); the rows written since take the perimeter they should have.
update donnees.demande x set territoire_id = p.territoire_id, organisation_ids = p.organisation_ids from allocataires.personne p
  where p.id = x.personne_id and (x.territoire_id, x.organisation_ids) is distinct from (p.territoire_id, p.organisation_ids);
update donnees.retenue x set territoire_id = p.territoire_id, organisation_ids = p.organisation_ids from allocataires.personne p
  where p.id = x.personne_id and (x.territoire_id, x.organisation_ids) is distinct from (p.territoire_id, p.organisation_ids);
-- Of two foyers in two territories, the rows of the one that was closed took the place of that foyer, not of the person.
update allocataires.membre x set territoire_id = p.territoire_id, organisation_ids = p.organisation_ids from allocataires.personne p
  where p.id = x.personne_id and (x.territoire_id, x.organisation_ids) is distinct from (p.territoire_id, p.organisation_ids);
update allocataires.ressource x set territoire_id = p.territoire_id, organisation_ids = p.organisation_ids from allocataires.personne p
  where p.id = x.personne_id and (x.territoire_id, x.organisation_ids) is distinct from (p.territoire_id, p.organisation_ids);
update allocataires.situation x set territoire_id = p.territoire_id, organisation_ids = p.organisation_ids from allocataires.personne p
  where p.id = x.personne_id and (x.territoire_id, x.organisation_ids) is distinct from (p.territoire_id, p.organisation_ids);
