-- The secret address where an agent's own calendar reads her appointments (decision 0029). It holds 256 bits drawn at random, the table a keyed hash of them.
create table habilitations.adresse_agenda (
  agent_id bigint primary key references habilitations.agent,
  empreinte bytea not null unique,
  version bigint not null,
  creee_le timestamptz not null,
  lue_le timestamptz
);
comment on table habilitations.adresse_agenda is 'L''adresse secrète où l''agenda d''un agent lit ses rendez-vous ; une seule par compte. RGPD : trace';
comment on column habilitations.adresse_agenda.agent_id is 'Le compte. RGPD : identité professionnelle';
comment on column habilitations.adresse_agenda.empreinte is 'Empreinte à clé du secret de l''adresse. RGPD : secret';
comment on column habilitations.adresse_agenda.version is 'Version des appareils du compte quand elle a été donnée ; une autre (mot de passe changé, accès retiré) : elle n''ouvre plus rien. RGPD : aucune';
comment on column habilitations.adresse_agenda.creee_le is 'Quand elle a été donnée. RGPD : trace';
comment on column habilitations.adresse_agenda.lue_le is 'Quand elle a été lue pour la dernière fois, à une minute près. RGPD : trace';
-- Read and written by Mon compte and by the address itself only, through the owner's door.
alter table habilitations.adresse_agenda enable row level security;
