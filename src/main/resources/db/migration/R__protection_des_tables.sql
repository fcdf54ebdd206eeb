-- What protects a table about a person, made from what habilitations.proteger was told of it (V0560). Nothing else makes it: ProtectionTest compares.
create or replace function habilitations.poser_la_protection(t regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
declare
  d record;
  table_ text;
  voit text;
  ecrit text;
  qui text;
begin
  select * into strict d from habilitations.protection p where p.quoi = t::text;
  select c.relname into table_ from pg_class c where c.oid = t;
  qui := split_part(d.cle, '_', 1);

  execute format('alter table %s enable row level security', t);
  execute format('grant usage on schema %s to jalon_application', (select c.relnamespace::regnamespace from pg_class c where c.oid = t));

  -- the resource, then the perimeter; the values of the transaction are read once (decisions/0002)
  voit := format('(select habilitations.peut(%L)) and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])
    or organisation_ids && (select habilitations.organisations())::int[])', d.ressource);
  select voit || coalesce(' and (' || string_agg(format('(select habilitations.peut(%L))', e.r), ' or ' order by e.rang) || ')', '') into ecrit
    from unnest(d.ecrit) with ordinality e(r, rang);
  execute format('drop policy if exists lecture on %s', t);
  execute format('create policy lecture on %s for select to jalon_application using (%s)', t, voit);
  execute format('drop policy if exists ajout on %s', t);
  if d.ajoute then
    execute format('create policy ajout on %s for insert to jalon_application with check (%s)', t, ecrit);
  end if;
  execute format('drop policy if exists changement on %s', t);
  if d.change <> '{}' then
    execute format('create policy changement on %s for update to jalon_application using (%s) with check (%s)', t, ecrit, ecrit);
  end if;

  -- nobody erases what is known of a person but the owner, when its time is over (decisions/0013)
  execute format('revoke all on %s from jalon_application', t);
  execute format('grant select%s%s on %s to jalon_application', case when d.ajoute then ', insert' else '' end,
    case when d.change = '{}' then '' when '*' = any (d.change) then ', update'
      else ', update (' || (select string_agg(quote_ident(x.c), ', ') from unnest(d.change) x(c)) || ')' end, t);

  -- A row takes the perimeter of whom it speaks: whatever an agent's session claims, and when nobody says it. What files bring by thousands says it, and costs
  -- a comparison; a table where agents do not write has no trigger, so that COPY writes it by pages.
  execute format('drop trigger if exists a_perimetre_recopie on %s', t);
  if d.ajoute or d.change <> '{}' then
    execute format('create trigger a_perimetre_recopie before %s update of %I, territoire_id, organisation_ids on %s for each row
      when (current_user = ''jalon_application'' or new.territoire_id is null and new.organisation_ids is null) execute function habilitations.recopier_perimetre(%L)',
      case when d.ajoute then 'insert or' else '' end, d.cle, t, qui);
  end if;

  execute format('comment on column %s.territoire_id is %L', t, 'Périmètre présent : territoire. RGPD : aucune');
  execute format('comment on column %s.organisation_ids is %L', t,
    'Périmètre présent : organisations qui suivent ' || case qui when 'personne' then 'la personne' else 'le foyer' end || '. RGPD : aucune');
  perform habilitations.commenter_s_il_le_faut(t, d.cle, case qui when 'personne' then 'La personne, celle conservée après fusion. RGPD : aucune' else 'Le foyer. RGPD : aucune' end);
  perform habilitations.commenter_s_il_le_faut(t, 'id', 'Numéro interne. RGPD : aucune');

  -- her rows are found by her number: to show them, to change their perimeter with hers, to follow a merge
  if not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indrelid = t and a.attname = d.cle and i.indpred is null) then
    execute format('create index %I on %s (%I)', table_ || '_' || qui, t, d.cle);
  end if;
end $$;
comment on function habilitations.poser_la_protection(regclass) is 'Pose sur une table ce que habilitations.proteger a dit d''elle';

create or replace function habilitations.commenter_s_il_le_faut(t regclass, colonne text, dit text) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from pg_attribute a where a.attrelid = t and a.attname = colonne and not a.attisdropped and col_description(t, a.attnum) is null) then
    execute format('comment on column %s.%I is %L', t, colonne, dit);
  end if;
end $$;
comment on function habilitations.commenter_s_il_le_faut(regclass, text, text) is 'Commente une colonne que personne n''a commentée';

create or replace function habilitations.poser_les_protections() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
declare t record;
begin
  for t in select to_regclass(p.quoi) as quoi from habilitations.protection p where to_regclass(p.quoi) is not null order by 1 loop
    perform habilitations.poser_la_protection(t.quoi);
  end loop;
end $$;
comment on function habilitations.poser_les_protections() is 'Pose à nouveau ce qui protège chaque table, comme le veut la version présente';
revoke all on function habilitations.poser_la_protection(regclass), habilitations.commenter_s_il_le_faut(regclass, text, text), habilitations.poser_les_protections() from public;
