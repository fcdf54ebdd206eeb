-- What logging in needs: passwords to change, codes used once, passkeys, the witness of the encryption key.
alter table habilitations.agent
  add column mot_de_passe_a_changer boolean not null default false,
  add column mot_de_passe_expire_le timestamptz,
  add column totp_dernier_pas bigint,
  add column desactive_le timestamptz;
create unique index agent_identifiant on habilitations.agent (lower(identifiant));
create unique index agent_courriel on habilitations.agent (lower(courriel)) where courriel is not null and actif;
comment on column habilitations.agent.mot_de_passe_a_changer is 'Vrai si le mot de passe a été donné par l''administration et doit être changé. RGPD : aucune';
comment on column habilitations.agent.mot_de_passe_expire_le is 'Fin de validité d''un mot de passe donné par l''administration. RGPD : aucune';
comment on column habilitations.agent.totp_dernier_pas is 'Dernier pas de temps accepté : un code ne sert qu''une fois. RGPD : secret';
comment on column habilitations.agent.desactive_le is 'Quand l''accès a été retiré. RGPD : aucune';

-- The agents' door never reads a password, a TOTP secret or a step: the login does, through the owner's.
revoke select on habilitations.agent from jalon_application;
grant select (id, identifiant, nom, courriel, role, sujet_oidc, totp_actif, territoires, organisations, partout, actif, cree_le,
  derniere_connexion, mot_de_passe_a_changer, mot_de_passe_expire_le, desactive_le) on habilitations.agent to jalon_application;

-- Passkeys, under the names that Spring Security's stores read.
create table habilitations.user_entities (
  id varchar(1000) primary key,
  name varchar(100) not null unique,
  display_name varchar(200)
);
comment on table habilitations.user_entities is 'Les agents qui ont une clé d''accès (passkey). RGPD : identité professionnelle';
comment on column habilitations.user_entities.id is 'Numéro au hasard donné à la clé d''accès. RGPD : aucune';
comment on column habilitations.user_entities.name is 'Identifiant de connexion. RGPD : identité professionnelle';
comment on column habilitations.user_entities.display_name is 'Nom affiché par le navigateur. RGPD : identité professionnelle';
create table habilitations.user_credentials (
  credential_id varchar(1000) primary key,
  user_entity_user_id varchar(1000) not null references habilitations.user_entities on delete cascade,
  public_key bytea not null,
  signature_count bigint,
  uv_initialized boolean,
  backup_eligible boolean not null,
  authenticator_transports varchar(1000),
  public_key_credential_type varchar(100),
  backup_state boolean not null,
  attestation_object bytea,
  attestation_client_data_json bytea,
  created timestamp,
  last_used timestamp,
  label varchar(1000) not null
);
create index user_credentials_agent on habilitations.user_credentials (user_entity_user_id);
comment on table habilitations.user_credentials is 'Les clés d''accès (passkeys) des agents : partie publique seulement. RGPD : identité professionnelle';
comment on column habilitations.user_credentials.credential_id is 'Identifiant de la clé d''accès. RGPD : aucune';
comment on column habilitations.user_credentials.user_entity_user_id is 'À qui elle est. RGPD : aucune';
comment on column habilitations.user_credentials.public_key is 'Clé publique. RGPD : aucune';
comment on column habilitations.user_credentials.signature_count is 'Nombre d''usages annoncé par l''appareil. RGPD : aucune';
comment on column habilitations.user_credentials.uv_initialized is 'Vrai si l''appareil a vérifié la personne. RGPD : aucune';
comment on column habilitations.user_credentials.backup_eligible is 'Vrai si la clé peut être copiée sur un autre appareil. RGPD : aucune';
comment on column habilitations.user_credentials.authenticator_transports is 'Moyens de la joindre (usb, interne…). RGPD : aucune';
comment on column habilitations.user_credentials.public_key_credential_type is 'Nature de la clé. RGPD : aucune';
comment on column habilitations.user_credentials.backup_state is 'Vrai si la clé est copiée ailleurs. RGPD : aucune';
comment on column habilitations.user_credentials.attestation_object is 'Attestation de l''appareil. RGPD : aucune';
comment on column habilitations.user_credentials.attestation_client_data_json is 'Données signées à l''enregistrement. RGPD : aucune';
comment on column habilitations.user_credentials.created is 'Date d''enregistrement. RGPD : trace';
comment on column habilitations.user_credentials.last_used is 'Dernier usage. RGPD : trace';
comment on column habilitations.user_credentials.label is 'Nom donné par l''agent. RGPD : aucune';
-- Read by the login only, through the owner's door: nothing is granted to jalon_application.
alter table habilitations.user_entities enable row level security;
alter table habilitations.user_credentials enable row level security;

-- One value encrypted with the key of the instance: tells at start whether the key given is the one of these data.
create table habilitations.temoin_de_cle (
  unique_ligne boolean primary key default true check (unique_ligne),
  temoin bytea not null,
  ecrit_le timestamptz not null
);
comment on table habilitations.temoin_de_cle is 'Témoin de la clé de chiffrement (une ligne). RGPD : aucune';
comment on column habilitations.temoin_de_cle.unique_ligne is 'Toujours vrai : il n''y a qu''une ligne. RGPD : aucune';
comment on column habilitations.temoin_de_cle.temoin is 'Mot connu, chiffré avec la clé de l''instance. RGPD : secret';
comment on column habilitations.temoin_de_cle.ecrit_le is 'Quand. RGPD : aucune';
alter table habilitations.temoin_de_cle enable row level security;
-- The administration may take the passkeys of an agent back; it never reads them.
create policy user_entities_habilitations on habilitations.user_entities to jalon_application using ((select habilitations.peut('HABILITATIONS')));
grant select (id, name), delete on habilitations.user_entities to jalon_application;
