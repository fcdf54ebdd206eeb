-- Which foyers a full monthly file holds: one bit per foyer number. A file that arrives late must know whether a later one held a foyer
-- (unchanged, it left no fact) or did not (it may have closed it for good).
create table echanges.presence (
  import_id bigint primary key references echanges.import,
  foyers bytea not null
);
comment on table echanges.presence is 'Les foyers présents dans un fichier mensuel : un bit par numéro de foyer. RGPD : aucune';
comment on column echanges.presence.import_id is 'Le fichier. RGPD : aucune';
comment on column echanges.presence.foyers is 'Bit n = foyer n (poids faible en premier). RGPD : aucune';
alter table echanges.presence enable row level security;
create policy imports on echanges.presence to jalon_application using ((select habilitations.peut('IMPORTS')));
grant select on echanges.presence to jalon_application;
create index presence_journaliere_reference on echanges.presence_journaliere (date_reference);
