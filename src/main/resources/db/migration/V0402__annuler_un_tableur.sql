-- A whole spreadsheet may be undone as long as nothing happened since: what each row changed, when it was recorded, and that it was undone.
alter table echanges.tableur_ligne add column changement_chiffre bytea, add column enregistree_le timestamptz;
comment on column echanges.tableur_ligne.changement_chiffre is 'Téléphone, courriel et numéro de France Travail avant et après, chiffrés : pour défaire. RGPD : identité (chiffré)';
comment on column echanges.tableur_ligne.enregistree_le is 'Quand la ligne a été enregistrée. RGPD : trace';
alter table echanges.tableur_ligne drop constraint tableur_ligne_statut_check;
alter table echanges.tableur_ligne add constraint tableur_ligne_statut_check check (statut in ('A_FAIRE', 'CREEE', 'MODIFIEE', 'A_JOUR', 'ERREUR', 'ANNULEE'));

-- What other rooms hold about persons, found by its columns: a new room has nothing to declare. What a recording itself opens (entry, follow-up,
-- passages, deadlines) is looked at by the room of the orientation.
create function allocataires.tenu_ailleurs(personnes bigint[]) returns table (personne bigint, quoi text) stable language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare t record;
begin
  for t in
    select c.oid::regclass as lieu, rtrim(split_part(split_part(coalesce(obj_description(c.oid, 'pg_class'), c.relname), ' RGPD', 1), ':', 1), ' .') as nom
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped
    where c.relkind = 'r' and n.nspname not in ('allocataires', 'journal', 'pg_catalog', 'information_schema')
      and not (n.nspname = 'echanges' and c.relname = 'tableur_ligne')
      and not (n.nspname = 'orientation' and c.relname in ('entree', 'suivi', 'passage')) and not (n.nspname = 'echeances' and c.relname = 'echeance')
  loop
    return query execute format('select distinct x.personne_id, %L::text from %s x where x.personne_id = any ($1)', t.nom, t.lieu) using personnes;
  end loop;
end $$;
comment on function allocataires.tenu_ailleurs(bigint[]) is 'Ce que les autres modules tiennent sur des personnes, par le nom de la table';
revoke all on function allocataires.tenu_ailleurs(bigint[]) from public;
