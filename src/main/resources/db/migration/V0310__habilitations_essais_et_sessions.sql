-- What ends a session, what is known of failed tries, and the devices an account came in from.
alter table habilitations.agent
  add column version_de_securite bigint not null default 1,
  add column version_raison text check (version_raison in ('acces', 'mot-de-passe', 'role', 'perimetre', 'second-facteur', 'cle', 'fermeture')),
  add column version_des_appareils bigint not null default 1,
  add column essais_rates int not null default 0,
  add column essais_rates_depuis timestamptz,
  add column codes_essayes int not null default 0;
comment on column habilitations.agent.version_de_securite is 'Augmente à chaque changement qui ferme les sessions ouvertes ; une session d''une autre version est fermée. RGPD : aucune';
comment on column habilitations.agent.version_raison is 'Pourquoi la version a augmenté la dernière fois, pour le dire à la personne. RGPD : aucune';
comment on column habilitations.agent.version_des_appareils is 'Augmente quand les appareils connus ne doivent plus l''être. RGPD : aucune';
comment on column habilitations.agent.essais_rates is 'Nombre d''essais ratés depuis la dernière connexion réussie. RGPD : trace';
comment on column habilitations.agent.essais_rates_depuis is 'Premier de ces essais. RGPD : trace';
comment on column habilitations.agent.codes_essayes is 'Codes à usage unique essayés depuis la dernière connexion réussie : au-delà de quelques-uns, deux codes de suite sont demandés. RGPD : aucune';
grant select (version_de_securite, essais_rates, essais_rates_depuis) on habilitations.agent to jalon_application;

-- Whoever writes, from whatever server or command: what changes what an account may do, or how it is proved, ends its sessions.
create function habilitations.agent_change() returns trigger language plpgsql set search_path = habilitations, pg_temp as $$
declare raison text;
begin
  raison := case
    when new.actif is distinct from old.actif then 'acces'
    when new.mot_de_passe is distinct from old.mot_de_passe then 'mot-de-passe'
    when new.role is distinct from old.role then 'role'
    when new.partout is distinct from old.partout or new.territoires is distinct from old.territoires or new.organisations is distinct from old.organisations then 'perimetre'
    when new.totp_actif is distinct from old.totp_actif or new.secret_totp is distinct from old.secret_totp
      or old.sujet_oidc is not null and new.sujet_oidc is distinct from old.sujet_oidc then 'second-facteur'
  end;
  if raison is not null then
    new.version_de_securite := old.version_de_securite + 1;
    new.version_raison := raison;
  end if;
  if raison in ('acces', 'mot-de-passe') then
    new.version_des_appareils := old.version_des_appareils + 1;
  end if;
  return new;
end $$;
comment on function habilitations.agent_change() is 'Augmente la version d''un compte quand ses sessions doivent être fermées';
create trigger agent_change before update on habilitations.agent for each row execute function habilitations.agent_change();

-- A passkey taken back is a second factor taken back: the sessions it opened end. The holder's row goes first when the administration takes all of them back.
create function habilitations.cle_retiree() returns trigger language plpgsql set search_path = habilitations, pg_temp as $$
begin
  if tg_table_name = 'user_entities' then
    update agent set version_de_securite = version_de_securite + 1, version_raison = 'cle' where identifiant = old.name;
  else
    update agent a set version_de_securite = version_de_securite + 1, version_raison = 'cle' from user_entities e where e.id = old.user_entity_user_id and a.identifiant = e.name;
  end if;
  return null;
end $$;
comment on function habilitations.cle_retiree() is 'Augmente la version du compte dont une clé d''accès est retirée';
create trigger cle_retiree after delete on habilitations.user_credentials for each row execute function habilitations.cle_retiree();
create trigger cle_retiree after delete on habilitations.user_entities for each row execute function habilitations.cle_retiree();

-- The same for the applications: a token repeats the version it was given under.
alter table habilitations.client add column version bigint not null default 1;
comment on column habilitations.client.version is 'Augmente quand les jetons donnés avant ne valent plus. RGPD : aucune';
create function habilitations.client_change() returns trigger language plpgsql as $$
begin
  if (new.portees, new.partout, new.territoires, new.organisations, new.actif, new.jetons_depuis)
      is distinct from (old.portees, old.partout, old.territoires, old.organisations, old.actif, old.jetons_depuis) then
    new.version := old.version + 1;
  end if;
  return new;
end $$;
comment on function habilitations.client_change() is 'Augmente la version d''une application quand ses jetons ne valent plus';
create trigger client_change before update on habilitations.client for each row execute function habilitations.client_change();

-- The devices an account came in from. The cookie holds 256 bits drawn at random, the table a keyed hash of them.
create table habilitations.appareil (
  id uuid primary key,
  agent_id bigint not null references habilitations.agent,
  empreinte bytea not null,
  nom text not null,
  version bigint not null,
  cree_le timestamptz not null,
  vu_le timestamptz not null,
  unique (agent_id, empreinte)
);
create index appareil_empreinte on habilitations.appareil (empreinte);
comment on table habilitations.appareil is 'Les appareils d''où un compte est déjà entré : les essais ratés des autres ne les ralentissent pas. RGPD : trace';
comment on column habilitations.appareil.id is 'Numéro interne. RGPD : aucune';
comment on column habilitations.appareil.agent_id is 'Le compte. RGPD : identité professionnelle';
comment on column habilitations.appareil.empreinte is 'Empreinte à clé du témoin (cookie) de l''appareil. RGPD : secret';
comment on column habilitations.appareil.nom is 'Navigateur et système, pour le reconnaître. RGPD : trace';
comment on column habilitations.appareil.version is 'Version des appareils du compte quand il est entré ; une autre : il n''est plus connu. RGPD : aucune';
comment on column habilitations.appareil.cree_le is 'Première entrée. RGPD : trace';
comment on column habilitations.appareil.vu_le is 'Dernière entrée. RGPD : trace';
-- Read and written by the login and by Mon compte only, through the owner's door.
alter table habilitations.appareil enable row level security;

create table habilitations.essai_rate (
  agent_id bigint not null,
  reseau text not null,
  nombre int not null,
  premier_le timestamptz not null,
  dernier_le timestamptz not null,
  primary key (agent_id, reseau)
);
comment on table habilitations.essai_rate is 'Les essais de connexion ratés depuis la dernière réussie, par adresse ; compte 0 : identifiants inconnus. RGPD : trace';
comment on column habilitations.essai_rate.agent_id is 'Le compte, ou 0. RGPD : identité professionnelle';
comment on column habilitations.essai_rate.reseau is 'D''où ; « autres » au-delà de cent adresses. RGPD : trace';
comment on column habilitations.essai_rate.nombre is 'Combien. RGPD : trace';
comment on column habilitations.essai_rate.premier_le is 'Le premier. RGPD : trace';
comment on column habilitations.essai_rate.dernier_le is 'Le dernier. RGPD : trace';
alter table habilitations.essai_rate enable row level security;
create policy essai_rate_habilitations on habilitations.essai_rate for select to jalon_application using ((select habilitations.peut('HABILITATIONS')));
grant select on habilitations.essai_rate to jalon_application;
