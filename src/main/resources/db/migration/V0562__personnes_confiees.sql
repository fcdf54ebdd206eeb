-- Whom an organisation follows: a few hundred persons among all. The others repeat no organisation, and cost this index nothing when files are loaded.
create index personne_organisations on allocataires.personne using gin (organisation_ids) where organisation_ids <> '{}';
