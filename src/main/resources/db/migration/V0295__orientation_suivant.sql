-- A réorientation whose letter is posted later moves the end of the follow-up it replaces: found from the one that follows.
create index on orientation.suivi (suivant_id) where suivant_id is not null;
