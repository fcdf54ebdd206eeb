-- When two records are found to be one human, what happened to one happened to the other: a passage changes owner, never content.
grant update (personne_id, territoire_id, organisation_ids) on orientation.passage to jalon_application;
