-- The tries of strangers, counted on all servers together (decision 0020). Unlogged: a count costs nothing to the disk, and is lost with a PostgreSQL that falls.
create unlogged table habilitations.debit (
  id text primary key,
  state bytea,
  -- the library writes the row before it knows: one that it never finishes goes too
  expires_at bigint default (extract(epoch from now()) * 1000 + 7200000)::bigint
);
create index debit_fin on habilitations.debit (expires_at);
comment on table habilitations.debit is 'Combien de fois ce qui est compté (essais, appels) a eu lieu dernièrement ; noms de la bibliothèque Bucket4j. RGPD : aucune';
comment on column habilitations.debit.id is 'Empreinte à clé de ce qui est compté et d''où. RGPD : trace';
comment on column habilitations.debit.state is 'Le compte. RGPD : aucune';
comment on column habilitations.debit.expires_at is 'Quand il repart de zéro, en millisecondes depuis 1970. RGPD : aucune';
alter table habilitations.debit enable row level security;

create unlogged table habilitations.ralentissement (
  cle text primary key,
  compte text not null,
  rates int not null,
  libre timestamptz not null,
  fin timestamptz not null
);
create index ralentissement_compte on habilitations.ralentissement (compte);
create index ralentissement_fin on habilitations.ralentissement (fin);
comment on table habilitations.ralentissement is 'Combien d''échecs font attendre l''essai suivant, par compte et par lieu. RGPD : trace';
comment on column habilitations.ralentissement.cle is 'Empreinte à clé de ce qui est essayé, du compte et du lieu. RGPD : trace';
comment on column habilitations.ralentissement.compte is 'Empreinte à clé de ce qui est essayé et du compte. RGPD : trace';
comment on column habilitations.ralentissement.rates is 'Échecs de suite. RGPD : aucune';
comment on column habilitations.ralentissement.libre is 'Quand l''essai suivant est permis. RGPD : aucune';
comment on column habilitations.ralentissement.fin is 'Quand le compte repart de zéro. RGPD : aucune';
alter table habilitations.ralentissement enable row level security;

create table habilitations.servi (
  cle text primary key,
  jusqua timestamptz not null
);
comment on table habilitations.servi is 'Ce qui ne sert qu''une fois et vient de servir (le défi signé par une clé d''accès). RGPD : aucune';
comment on column habilitations.servi.cle is 'Empreinte à clé de ce qui a servi. RGPD : aucune';
comment on column habilitations.servi.jusqua is 'Quand l''oublier. RGPD : aucune';
alter table habilitations.servi enable row level security;
