-- The papers of a person: what PostgreSQL holds of a copy. An instance that has not come to this room yet has nothing to make.
do $faire$
begin
if to_regclass('papiers.copie') is null then
  return;
end if;

-- A copy that is kept does not become another: it is erased, and another is kept. That of a person and of her paper stays with them.
create or replace function papiers.refuser_une_autre_copie() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'Une copie gardée ne change pas : elle s''efface' using errcode = 'check_violation';
end $$;
comment on function papiers.refuser_une_autre_copie() is 'Refuse qu''une copie gardée en devienne une autre ; son déclencheur ne l''appelle qu''alors';
revoke all on function papiers.refuser_une_autre_copie() from public;
create or replace trigger a_copie_telle_quelle before update of nom, contenu_chiffre on papiers.copie for each row
  when (new.contenu_chiffre is not null and new.contenu_chiffre is distinct from old.contenu_chiffre or new.nom is not null and new.nom is distinct from old.nom)
  execute function papiers.refuser_une_autre_copie();
end $faire$;
