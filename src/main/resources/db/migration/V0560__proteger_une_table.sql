-- A table about a person, or about a foyer, in one line: who reads it, who writes in it, is said here; what protects it is made from that by
-- R__protection_des_tables.sql, again after each migration (afterMigrateApplied.sql). What is made by hand on such a table does not outlive the next migration:
-- it is said here again, or the table is one of the exceptions that ProtectionTest names.
create table habilitations.protection (
  quoi text primary key,
  ressource text not null,
  ecrit text[] not null,
  ajoute boolean not null,
  change text[] not null,
  cle text not null check (cle in ('personne_id', 'foyer_id'))
);
comment on table habilitations.protection is 'Qui lit et qui écrit chaque table qui parle d''une personne ou d''un foyer. RGPD : aucune';
comment on column habilitations.protection.quoi is 'La table, avec son schéma. RGPD : aucune';
comment on column habilitations.protection.ressource is 'La ressource qui l''ouvre à la lecture. RGPD : aucune';
comment on column habilitations.protection.ecrit is 'Les ressources dont une est demandée en plus pour y écrire ; vide : lire suffit. RGPD : aucune';
comment on column habilitations.protection.ajoute is 'Vrai quand des agents y ajoutent des lignes. RGPD : aucune';
comment on column habilitations.protection.change is 'Les colonnes que des agents changent ; * : toutes. RGPD : aucune';
comment on column habilitations.protection.cle is 'La colonne qui dit de qui parle une ligne. RGPD : aucune';
-- nobody reads it through the agents' door: the policies hold what it says
alter table habilitations.protection enable row level security;

-- quoi       the table
-- ressource  opens it to readers of the perimeter
-- ecrit      one of these is asked besides, to write there; none: whoever reads it may
-- ajoute     agents insert rows
-- change     columns agents update, '{*}' for all; none by default. Merging two persons is no reason: allocataires.faire_suivre does it
-- cle        personne_id or foyer_id
create function habilitations.proteger(quoi regclass, ressource text, ecrit text[] default '{}', ajoute boolean default true, change text[] default '{}',
  cle text default 'personne_id') returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  -- no agent sees it before it is protected, whatever comes next in the migration
  execute format('alter table %s enable row level security', quoi);
  if not exists (select from pg_attribute a where a.attrelid = quoi and a.attname = 'territoire_id' and not a.attisdropped) then
    execute format('alter table %s add column territoire_id int, add column organisation_ids int[]', quoi);
    execute format('update %s x set territoire_id = s.territoire_id, organisation_ids = s.organisation_ids from allocataires.%s s where s.id = x.%I', quoi,
      case cle when 'personne_id' then 'personne' else 'foyer' end, cle);
  end if;
  insert into habilitations.protection as p values (quoi::text, ressource, ecrit, ajoute, change, cle)
    on conflict on constraint protection_pkey do update
    set ressource = excluded.ressource, ecrit = excluded.ecrit, ajoute = excluded.ajoute, change = excluded.change, cle = excluded.cle;
  -- on a new database repeatable migrations come last: the protection is then made with all the others
  if to_regprocedure('habilitations.poser_la_protection(regclass)') is not null then
    execute 'select habilitations.poser_la_protection($1)' using quoi;
  end if;
end $$;
comment on function habilitations.proteger(regclass, text, text[], boolean, text[], text) is 'Protège une table qui parle d''une personne ou d''un foyer : qui la lit, qui y écrit';
revoke all on function habilitations.proteger(regclass, text, text[], boolean, text[], text) from public;
