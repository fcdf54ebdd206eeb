-- The roles and schemas of the house. One schema per module; foreign keys go down, never up.
-- The login that runs the migrations owns everything; agents' work goes through jalon_application, which owns nothing
-- and is subject to row-level security.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'jalon_application') then
    create role jalon_application nologin;
  end if;
exception when insufficient_privilege then
  raise exception 'Le rôle PostgreSQL « jalon_application » manque. Demandez à l''administrateur de la base : create role jalon_application nologin; grant jalon_application to %;', current_user;
end $$;
do $$
begin
  if not pg_has_role(current_user, 'jalon_application', 'member') or current_setting('server_version_num')::int >= 160000 then
    execute format('grant jalon_application to %I', current_user);
  end if;
exception when insufficient_privilege then
  null; -- granted by the administrator of the database
end $$;

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema if not exists parametres;
create schema if not exists habilitations;
create schema if not exists journal;
create schema if not exists echeances;
create schema if not exists structures;
create schema if not exists allocataires;
create schema if not exists orientation;
create schema if not exists pilotage;
create schema if not exists echanges;
grant usage on schema parametres, habilitations, journal, echeances, structures, allocataires, orientation, pilotage, echanges
  to jalon_application;
