-- What a file leaves out keeps the last known value: what was kept so is marked, so that a late file that says it changes it.
alter table allocataires.droit add column reconduit text;
alter table allocataires.membre add column reconduit text;
alter table allocataires.adresse add column reconduite boolean not null default false;
comment on column allocataires.droit.reconduit is 'Ce que le fichier ne disait pas et qui est gardé du précédent (mots : sans_domicile, situation_famille, origine). RGPD : aucune';
comment on column allocataires.membre.reconduit is 'Ce que le fichier ne disait pas et qui est gardé du précédent (mots : sdd, a_charge, dossier). RGPD : aucune';
comment on column allocataires.adresse.reconduite is 'Vrai quand le fichier ne donnait pas d''adresse et que la dernière connue est gardée. RGPD : aucune';

-- What was read of a dossier although something in it is wrong: its dossier is recorded, and somebody is told.
create table echanges.anomalie (
  id bigint generated always as identity primary key,
  import_id bigint not null references echanges.import,
  ligne int not null, numero_demande text, organisme text,
  balise text not null, raison text not null
);
create index anomalie_import on echanges.anomalie (import_id, ligne);
comment on table echanges.anomalie is 'Ce qui a été laissé de côté dans des dossiers enregistrés (numéro de sécurité sociale mal formé, par exemple). RGPD : identité';
comment on column echanges.anomalie.id is 'Numéro. RGPD : aucune';
comment on column echanges.anomalie.import_id is 'Le fichier. RGPD : aucune';
comment on column echanges.anomalie.ligne is 'Ligne du fichier. RGPD : aucune';
comment on column echanges.anomalie.numero_demande is 'Numéro de demande de RSA. RGPD : identité';
comment on column echanges.anomalie.organisme is 'Organisme payeur. RGPD : aucune';
comment on column echanges.anomalie.balise is 'Balise laissée de côté. RGPD : aucune';
comment on column echanges.anomalie.raison is 'Pourquoi, en une phrase ; jamais la valeur. RGPD : identité';
alter table echanges.anomalie enable row level security;
create policy lecture on echanges.anomalie for select to jalon_application using ((select habilitations.peut('IMPORTS')));
grant select on echanges.anomalie to jalon_application;

-- Post codes without their zero and communes known by name only are read again from the next file, even if it says the same.
update allocataires.foyer f set empreinte = null
where exists (select from allocataires.adresse a where a.foyer_id = f.id and a.jusqua = 'infinity' and a.oublie_le = 'infinity'
  and (a.commune is null or a.code_postal ~ '^[0-9]{4}$'));
