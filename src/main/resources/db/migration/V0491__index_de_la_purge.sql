-- What a purge looks for about a hundred persons: without these, it read the whole journal and these tables for each hundred. A spreadsheet that is
-- undone deletes persons: the foreign keys of the last two look for them too.
create index trace_foyer on journal.trace (foyer_id) where foyer_id is not null;
create index fusion_conservee on allocataires.fusion (conservee);
create index fusion_absorbee on allocataires.fusion (absorbee);
create index livraison_personne on echanges.livraison (personne_id) where personne_id is not null;
create index tableur_ligne_personne on echanges.tableur_ligne (personne_id) where personne_id is not null;
