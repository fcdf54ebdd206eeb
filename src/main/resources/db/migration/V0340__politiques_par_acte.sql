-- Reading is not writing. A policy « for all » let whoever reads a row change it, as far as the grants went: each becomes one policy to
-- read, and one for each act that agents really do on the table, with its own check. Reading a dossier no longer opens writing on it:
-- that takes one of the resources whose work writes there. The table of all this, with its reasons, is in PolitiquesTest.

-- rights that nobody uses through the agents' door: files and spreadsheets are loaded by the owner's
revoke insert, update on echanges.import, echanges.import_organisme, echanges.presence_journaliere, echanges.rejet from jalon_application;
revoke insert on allocataires.foyer, allocataires.doublon from jalon_application;
revoke insert on echanges.tableur, echanges.tableur_ligne from jalon_application;
revoke delete on echanges.tableur_ligne from jalon_application;

do $$
declare p record; ecrit text; precision_ text;
begin
  for p in
    select pol.polname as nom, c.oid, n.nspname || '.' || c.relname as qui, format('%I.%I', n.nspname, c.relname) as lieu,
      pg_get_expr(pol.polqual, pol.polrelid) as lu, coalesce(pg_get_expr(pol.polwithcheck, pol.polrelid), pg_get_expr(pol.polqual, pol.polrelid)) as verifie
    from pg_policy pol join pg_class c on c.oid = pol.polrelid join pg_namespace n on n.oid = c.relnamespace
    where pol.polcmd = '*' and n.nspname in ('allocataires', 'courriers', 'diagnostic', 'echanges', 'echeances', 'habilitations', 'orientation', 'rendezvous')
  loop
    select string_agg(format('(select habilitations.peut(%L))', r), ' or ') into precision_ from unnest(case
      when p.qui = 'allocataires.personne' then array['RENDEZ_VOUS', 'DOUBLONS']
      when p.qui in ('allocataires.membre', 'allocataires.ressource') then array['DOUBLONS']
      when p.qui = 'diagnostic.recommandation' then array['DIAGNOSTICS', 'DOUBLONS']
      -- posting a letter dates the notification; a spreadsheet takes over follow-ups
      when p.qui in ('orientation.entree', 'orientation.suivi', 'orientation.changement_de_referent')
        then array['ORIENTATIONS', 'DOUBLONS', 'REPRISE', 'IMPORTS', 'COURRIERS']
      when p.qui = 'orientation.passage' then array['ORIENTATIONS', 'REORIENTATIONS', 'DOUBLONS', 'REPRISE', 'IMPORTS', 'COURRIERS']
      when p.qui like 'rendezvous.%' then array['RENDEZ_VOUS', 'ORIENTATIONS', 'REORIENTATIONS', 'DOUBLONS', 'REPRISE', 'COURRIERS']
      when p.qui in ('courriers.message', 'courriers.passage') then array['COURRIERS', 'RENDEZ_VOUS', 'ORIENTATIONS', 'REORIENTATIONS', 'DOUBLONS', 'REPRISE']
      when p.qui like 'echeances.%' then array['ORIENTATIONS', 'REORIENTATIONS', 'RENDEZ_VOUS', 'DIAGNOSTICS', 'DOUBLONS', 'REPRISE', 'IMPORTS', 'COURRIERS']
      else array[]::text[] end) r;
    ecrit := case when precision_ is null then '' else ' and (' || precision_ || ')' end;
    execute format('drop policy %I on %s', p.nom, p.lieu);
    execute format('create policy lecture on %s for select to jalon_application using (%s)', p.lieu, p.lu);
    if has_any_column_privilege('jalon_application', p.oid, 'insert') then
      execute format('create policy ajout on %s for insert to jalon_application with check ((%s)%s)', p.lieu, p.verifie, ecrit);
    end if;
    if has_any_column_privilege('jalon_application', p.oid, 'update') then
      execute format('create policy changement on %s for update to jalon_application using ((%s)%s) with check ((%s)%s)', p.lieu, p.lu, ecrit, p.verifie, ecrit);
    end if;
    if has_table_privilege('jalon_application', p.oid, 'delete') then
      execute format('create policy effacement on %s for delete to jalon_application using (%s)', p.lieu, p.lu);
    end if;
  end loop;
end $$;
