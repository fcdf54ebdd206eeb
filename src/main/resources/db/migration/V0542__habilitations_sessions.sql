-- Sessions of agents, for every server of the instance (decision 0018). Names of Spring Session's library; no index on what each click writes.
create table habilitations.session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
) with (fillfactor = 50);
comment on table habilitations.session is 'Les sessions ouvertes, de tous les serveurs. RGPD : trace';
comment on column habilitations.session.primary_id is 'Numéro interne. RGPD : aucune';
comment on column habilitations.session.session_id is 'Numéro de la session ; le navigateur le rapporte scellé : lu ici, il n''ouvre rien. RGPD : secret';
comment on column habilitations.session.creation_time is 'Quand elle a commencé, en millisecondes depuis 1970. RGPD : trace';
comment on column habilitations.session.last_access_time is 'Dernière page ouverte, à une minute près, en millisecondes depuis 1970. RGPD : trace';
comment on column habilitations.session.max_inactive_interval is 'Secondes sans page ouverte après lesquelles elle finit. RGPD : aucune';
comment on column habilitations.session.expiry_time is 'Quand elle finit, en millisecondes depuis 1970. RGPD : aucune';
comment on column habilitations.session.principal_name is 'Le compte, et ce qu''elle attend encore, avec une empreinte à clé d''où elle vient. RGPD : identité professionnelle';
-- Read and written by the server alone, through the owner's door.
alter table habilitations.session enable row level security;

create table habilitations.session_attributes (
  session_primary_id char(36) not null references habilitations.session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
comment on table habilitations.session_attributes is 'Ce que les sessions retiennent, scellé. RGPD : secret';
comment on column habilitations.session_attributes.session_primary_id is 'La session. RGPD : aucune';
comment on column habilitations.session_attributes.attribute_name is 'Quoi. RGPD : aucune';
comment on column habilitations.session_attributes.attribute_bytes is 'La valeur, scellée. RGPD : secret';
alter table habilitations.session_attributes enable row level security;

-- Each click says that the session lives: once a minute is enough, and pages that only read write nothing.
create function habilitations.session_vue() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  return null;
end $$;
comment on function habilitations.session_vue() is 'N''écrit pas qu''une session vient de servir si c''est écrit depuis moins d''une minute';
create trigger session_vue before update on habilitations.session for each row
  when (new.last_access_time between old.last_access_time and old.last_access_time + 60000 and new.session_id = old.session_id
    and new.max_inactive_interval = old.max_inactive_interval and new.principal_name is not distinct from old.principal_name)
  execute function habilitations.session_vue();
