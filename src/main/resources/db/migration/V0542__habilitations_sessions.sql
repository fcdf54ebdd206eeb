-- Sessions of agents, for every server of the instance (decision 0020). Names of Spring Session's library; no index on what each click writes.
create table habilitations.session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  precedente char(36)
) with (fillfactor = 50);
comment on table habilitations.session is 'Les sessions ouvertes, de tous les serveurs. RGPD : trace';
comment on column habilitations.session.primary_id is 'Numéro interne. RGPD : aucune';
comment on column habilitations.session.session_id is 'Numéro de la session ; le navigateur le rapporte scellé : lu ici, il n''ouvre rien. RGPD : secret';
comment on column habilitations.session.creation_time is 'Quand elle a commencé, en millisecondes depuis 1970. RGPD : trace';
comment on column habilitations.session.last_access_time is 'Dernière page ouverte, à une minute près, en millisecondes depuis 1970. RGPD : trace';
comment on column habilitations.session.max_inactive_interval is 'Secondes sans page ouverte après lesquelles elle finit. RGPD : aucune';
comment on column habilitations.session.expiry_time is 'Quand elle finit, en millisecondes depuis 1970. RGPD : aucune';
comment on column habilitations.session.precedente is 'Numéro d''avant la dernière preuve : une demande partie avant elle ne le remet pas. RGPD : secret';
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
