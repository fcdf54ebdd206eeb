-- The exits that another tool knew come by spreadsheet, as contacts and freins do (docs/decisions/0034). The kinds that other rooms added stay.
do $$
declare
  regle constant text := (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conname = 'tableur_genre_check' and c.conrelid = 'echanges.tableur'::regclass);
begin
  execute 'alter table echanges.tableur drop constraint tableur_genre_check';
  execute 'alter table echanges.tableur add constraint tableur_genre_check ' || replace(regle, 'ARRAY[', 'ARRAY[''SORTIES''::text, ');
end $$;
