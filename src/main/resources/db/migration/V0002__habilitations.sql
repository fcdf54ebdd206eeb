-- Who may see what. The application sets five values at the start of each transaction; policies compare with them once per query.
create function habilitations.agent() returns text stable language sql
  as $$ select nullif(current_setting('jalon.agent', true), '') $$;
create function habilitations.peut(ressource text) returns boolean stable language sql
  as $$ select ressource = any(string_to_array(coalesce(current_setting('jalon.ressources', true), ''), ',')) $$;
create function habilitations.partout() returns boolean stable language sql
  as $$ select coalesce(current_setting('jalon.partout', true), '') = 'oui' $$;
create function habilitations.territoires() returns int[] stable language sql
  as $$ select coalesce(nullif(current_setting('jalon.territoires', true), ''), '{}')::int[] $$;
create function habilitations.organisations() returns int[] stable language sql
  as $$ select coalesce(nullif(current_setting('jalon.organisations', true), ''), '{}')::int[] $$;
comment on function habilitations.peut(text) is 'Vrai si le rôle de l''agent en cours donne accès à la ressource';

create table habilitations.agent (
  id bigint generated always as identity primary key,
  identifiant text not null unique,
  nom text not null,
  courriel text,
  role text not null,
  mot_de_passe text,
  sujet_oidc text unique,
  secret_totp bytea,
  totp_actif boolean not null default false,
  territoires int[] not null default '{}',
  organisations int[] not null default '{}',
  partout boolean not null default false,
  actif boolean not null default true,
  cree_le timestamptz not null default now(),
  derniere_connexion timestamptz
);
comment on table habilitations.agent is 'Les agents qui utilisent Jalon. RGPD : identité professionnelle';
comment on column habilitations.agent.id is 'Numéro interne. RGPD : aucune';
comment on column habilitations.agent.identifiant is 'Identifiant de connexion. RGPD : identité professionnelle';
comment on column habilitations.agent.nom is 'Nom affiché. RGPD : identité professionnelle';
comment on column habilitations.agent.courriel is 'Adresse électronique professionnelle. RGPD : identité professionnelle';
comment on column habilitations.agent.role is 'Rôle : donne les ressources (voir habilitations.yaml). RGPD : aucune';
comment on column habilitations.agent.mot_de_passe is 'Empreinte Argon2 du mot de passe. RGPD : secret';
comment on column habilitations.agent.sujet_oidc is 'Sujet du fournisseur d''identité (ProConnect). RGPD : identité professionnelle';
comment on column habilitations.agent.secret_totp is 'Secret TOTP chiffré. RGPD : secret';
comment on column habilitations.agent.totp_actif is 'Vrai si un code à usage unique est demandé. RGPD : aucune';
comment on column habilitations.agent.territoires is 'Territoires du périmètre. RGPD : aucune';
comment on column habilitations.agent.organisations is 'Organisations du périmètre. RGPD : aucune';
comment on column habilitations.agent.partout is 'Vrai si le périmètre est tout le Département. RGPD : aucune';
comment on column habilitations.agent.actif is 'Faux quand l''accès est retiré. RGPD : aucune';
comment on column habilitations.agent.cree_le is 'Date de création du compte. RGPD : aucune';
comment on column habilitations.agent.derniere_connexion is 'Dernière connexion réussie. RGPD : trace';
-- Accounts are read by the login itself (before anyone is known) through the owner's connection; agents see the list only with the resource.
alter table habilitations.agent enable row level security;
create policy agent_habilitations on habilitations.agent to jalon_application
  using ((select habilitations.peut('HABILITATIONS'))) with check ((select habilitations.peut('HABILITATIONS')));
grant select, insert, update on habilitations.agent to jalon_application;
