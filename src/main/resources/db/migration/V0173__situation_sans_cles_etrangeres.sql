-- The present situation is deduced from the facts and written with them, a hundred thousand rows at a time on a first load. Like the facts
-- it points to persons and foyers that are never erased: a check of two foreign keys per row protected nothing.
alter table allocataires.situation drop constraint situation_personne_id_fkey;
alter table allocataires.situation drop constraint situation_foyer_id_fkey;
