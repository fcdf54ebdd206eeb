-- The door of allocataires for who loads files: what a fact comes from, said, said otherwise, or taken back. Of no use to an agent, who only reads.
-- In order: number of the import, file, format, nature, payer, date of reference, day of reception, end of the loading.
create or replace function allocataires.dire_la_provenance(bigint, text, text, text, text, date, date, timestamptz) returns void language plpgsql
  set search_path = pg_catalog, pg_temp as $$
begin
  insert into allocataires.provenance (id, fichier, format, nature, organisme, date_reference, recu_le, termine_le) values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (id) do update set (fichier, format, nature, organisme, date_reference, recu_le, termine_le) = ($2, $3, $4, $5, $6, $7, $8);
end $$;
comment on function allocataires.dire_la_provenance(bigint, text, text, text, text, date, date, timestamptz) is 'Dit de quel fichier viennent les faits d''un import';
create or replace function allocataires.oublier_la_provenance(bigint) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  delete from allocataires.provenance where id = $1;
end $$;
comment on function allocataires.oublier_la_provenance(bigint) is 'Un import n''est plus chargé : aucun fait n''en vient';
revoke all on function allocataires.dire_la_provenance(bigint, text, text, text, text, date, date, timestamptz), allocataires.oublier_la_provenance(bigint) from public;

-- An import is where facts come from while it is loaded. Its triggers are put after the migrations (afterMigrateApplied.sql): the table may come later than this.
create or replace function echanges.dire_la_provenance() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'TRUNCATE' then
    perform allocataires.oublier_la_provenance(p.id) from allocataires.provenance p;
    return null;
  end if;
  if tg_op <> 'DELETE' and new.statut = 'CHARGE' then
    perform allocataires.dire_la_provenance(new.id, new.fichier, new.format, new.nature, new.organisme, new.date_reference, new.recu_le, new.termine_le);
  elsif tg_op <> 'INSERT' and old.statut = 'CHARGE' then
    perform allocataires.oublier_la_provenance(old.id);
  end if;
  return null;
end $$;
comment on function echanges.dire_la_provenance() is 'Dit chez allocataires quels fichiers sont chargés';
