-- The files received from CAF and MSA: what they were, what they changed, what they could not say.
create table echanges.import (
  id bigint generated always as identity primary key,
  fichier text not null,
  sha256 text not null,
  octets bigint,
  format text, nature text, application text, organisme text,
  date_reference date, date_creation timestamp,
  recu_le date not null,
  statut text not null check (statut in ('EN_COURS', 'CHARGE', 'REFUSE', 'INTERROMPU')),
  motif text, ligne int, balise text,
  dossiers_annonces int, dossiers_lus int not null default 0,
  foyers_crees int not null default 0, foyers_modifies int not null default 0, foyers_inchanges int not null default 0,
  personnes_creees int not null default 0, personnes_modifiees int not null default 0, personnes_inchangees int not null default 0,
  rejets int not null default 0, nouveaux_entrants int not null default 0,
  mouvements jsonb,
  totaux jsonb,
  ecart_raison text, ecart_accepte_par text,
  commence_le timestamptz not null, termine_le timestamptz, duree_ms bigint,
  agent text not null
);
create unique index import_charge on echanges.import (sha256) where statut = 'CHARGE';
create index import_reference on echanges.import (date_reference);
comment on table echanges.import is 'Les fichiers reçus et ce que leur chargement a donné. RGPD : aucune';
create table echanges.import_organisme (
  import_id bigint not null references echanges.import,
  fonction_organisme text not null, numero_organisme text not null,
  dossiers int not null,
  primary key (import_id, fonction_organisme, numero_organisme)
);
comment on table echanges.import_organisme is 'Les organismes présents dans un fichier. RGPD : aucune';
create table echanges.presence_journaliere (
  import_id bigint not null references echanges.import,
  foyer_id bigint not null references allocataires.foyer,
  date_reference date not null,
  primary key (foyer_id, date_reference, import_id)
);
comment on table echanges.presence_journaliere is 'Les foyers présents dans un fichier journalier. RGPD : aucune';
create table echanges.morceau (
  sha256 text not null, rang int not null, octets bytea not null,
  primary key (sha256, rang)
);
alter table echanges.morceau alter column octets set storage external;
comment on table echanges.morceau is 'Le fichier d''origine, compressé et chiffré, par morceaux. RGPD : identité, NIR (chiffré)';
create table echanges.rejet (
  id bigint generated always as identity primary key,
  import_id bigint not null references echanges.import,
  ligne int not null, numero_demande text, matricule text, organisme text,
  balise text not null, valeur text, raison text not null,
  dossier_chiffre bytea,
  statut text not null default 'OUVERT' check (statut in ('OUVERT', 'GUERI', 'REJOUE', 'ECARTE')),
  statut_par text, statut_le timestamptz, statut_import_id bigint, correction text
);
create index rejet_import on echanges.rejet (import_id);
create index rejet_ouvert on echanges.rejet (numero_demande, matricule) where statut = 'OUVERT';
comment on table echanges.rejet is 'Les dossiers rejetés seuls, gardés pour être corrigés et rejoués. RGPD : identité (chiffrée)';
do $$
declare t text;
begin
  foreach t in array array['import', 'import_organisme', 'presence_journaliere', 'rejet'] loop
    execute format('alter table echanges.%I enable row level security', t);
    execute format($p$create policy imports on echanges.%I to jalon_application using ((select habilitations.peut('IMPORTS')))$p$, t);
    execute format('grant select, insert, update on echanges.%I to jalon_application', t);
  end loop;
end $$;
-- Any agent who may read a dossier may know which file a fact comes from: name and dates only.
create view echanges.provenance as
  select id, fichier, format, nature, organisme, date_reference, recu_le, termine_le from echanges.import where statut = 'CHARGE';
comment on view echanges.provenance is 'De quel fichier vient un fait';
grant select on echanges.provenance to jalon_application;
