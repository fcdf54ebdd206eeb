-- Applications of partners that call the API. A client has a perimeter as an account has; its scopes say which resources it opens.
create table habilitations.client (
  id bigint generated always as identity primary key,
  identifiant text not null unique,
  nom text not null,
  contact text not null,
  portees text[] not null,
  partout boolean not null default false,
  territoires int[] not null default '{}',
  organisations int[] not null default '{}',
  secret bytea not null,
  secret_depuis timestamptz not null,
  secret_precedent bytea,
  secret_precedent_jusqua timestamptz,
  jetons_depuis timestamptz not null,
  actif boolean not null default true,
  revoque_le timestamptz,
  cree_le timestamptz not null,
  cree_par text not null,
  dernier_appel timestamptz
);
comment on table habilitations.client is 'Les applications des partenaires qui appellent l''API. RGPD : aucune';
comment on column habilitations.client.id is 'Numéro interne. RGPD : aucune';
comment on column habilitations.client.identifiant is 'Ce que l''application envoie comme client_id. RGPD : aucune';
comment on column habilitations.client.nom is 'Nom de l''application. RGPD : aucune';
comment on column habilitations.client.contact is 'Adresse électronique de qui la tient. RGPD : identité professionnelle';
comment on column habilitations.client.portees is 'Ce qu''elle a le droit de demander. RGPD : aucune';
comment on column habilitations.client.partout is 'Vrai si son périmètre est tout le Département. RGPD : aucune';
comment on column habilitations.client.territoires is 'Territoires du périmètre. RGPD : aucune';
comment on column habilitations.client.organisations is 'Organisations pour qui elle agit. RGPD : aucune';
comment on column habilitations.client.secret is 'Empreinte du secret (HMAC). RGPD : secret';
comment on column habilitations.client.secret_depuis is 'Quand ce secret a été donné. RGPD : aucune';
comment on column habilitations.client.secret_precedent is 'Empreinte du secret remplacé, le temps de la relève. RGPD : secret';
comment on column habilitations.client.secret_precedent_jusqua is 'Fin de la relève. RGPD : aucune';
comment on column habilitations.client.jetons_depuis is 'Les jetons donnés avant ne valent plus. RGPD : aucune';
comment on column habilitations.client.actif is 'Faux quand l''accès est retiré. RGPD : aucune';
comment on column habilitations.client.revoque_le is 'Quand l''accès a été retiré. RGPD : aucune';
comment on column habilitations.client.cree_le is 'Quand. RGPD : aucune';
comment on column habilitations.client.cree_par is 'Qui l''a déclarée. RGPD : identité professionnelle';
comment on column habilitations.client.dernier_appel is 'Dernier appel, à la minute près. RGPD : aucune';
alter table habilitations.client enable row level security;
create policy client_habilitations on habilitations.client to jalon_application
  using ((select habilitations.peut('HABILITATIONS'))) with check ((select habilitations.peut('HABILITATIONS')));
-- The agents' door writes secrets and never reads them.
grant select (id, identifiant, nom, contact, portees, partout, territoires, organisations, secret_depuis, secret_precedent_jusqua, actif, revoque_le,
  cree_le, cree_par, dernier_appel) on habilitations.client to jalon_application;
grant insert, update on habilitations.client to jalon_application;

-- The keys that sign the tokens, shared by every server of the instance; read through the owner's door only.
create table habilitations.cle_de_signature (
  id text primary key,
  cle bytea not null,
  creee_le timestamptz not null
);
comment on table habilitations.cle_de_signature is 'Les clés qui signent les jetons de l''API, chiffrées avec la clé de l''instance. RGPD : aucune';
comment on column habilitations.cle_de_signature.id is 'Numéro de la clé, écrit dans chaque jeton. RGPD : aucune';
comment on column habilitations.cle_de_signature.cle is 'La clé, chiffrée. RGPD : secret';
comment on column habilitations.cle_de_signature.creee_le is 'Quand ; la plus récente signe. RGPD : aucune';
alter table habilitations.cle_de_signature enable row level security;
-- The secret in use becomes the one before, and another takes its place; with the owner's rights because the hash is read to be moved.
create function habilitations.relever_le_secret(numero bigint, nouveau bytea, depuis timestamptz, jusqua timestamptz) returns void language plpgsql security definer
  set search_path = habilitations, pg_temp as $$
begin
  if not habilitations.peut('HABILITATIONS') then
    raise exception 'Seule l''administration donne un secret.' using errcode = 'insufficient_privilege';
  end if;
  update habilitations.client set secret_precedent = secret, secret_precedent_jusqua = jusqua, secret = nouveau, secret_depuis = depuis where id = numero;
end $$;
comment on function habilitations.relever_le_secret(bigint, bytea, timestamptz, timestamptz) is 'Donne un nouveau secret à un client ; l''ancien vaut encore jusqu''à la date donnée';
revoke all on function habilitations.relever_le_secret(bigint, bytea, timestamptz, timestamptz) from public;
grant execute on function habilitations.relever_le_secret(bigint, bytea, timestamptz, timestamptz) to jalon_application;
