-- Spreadsheets of persons: kept some weeks while an agent matches the columns, checks, records and corrects. The rows are encrypted; only
-- who dropped them sees them.
create table echanges.tableur (
  id bigint generated always as identity primary key,
  fichier text not null,
  sha256 text not null,
  format text not null check (format in ('CSV', 'XLSX')),
  detail text not null,
  entetes text[] not null,
  empreinte_entetes text not null,
  lignes int not null,
  doublons int not null default 0,
  correspondance jsonb,
  parcours text check (parcours in ('SOCIAL', 'SOCIOPROFESSIONNEL', 'PROFESSIONNEL')),
  oriente_le date,
  statut text not null default 'A_ASSOCIER' check (statut in ('A_ASSOCIER', 'A_CONFIRMER', 'EN_COURS', 'ENREGISTRE')),
  incident text,
  import_id bigint references echanges.import,
  auteur text not null,
  depose_le timestamptz not null
);
comment on table echanges.tableur is 'Les tableurs de personnes en cours de reprise, trente jours au plus. RGPD : aucune';
comment on column echanges.tableur.id is 'Numéro interne. RGPD : aucune';
comment on column echanges.tableur.fichier is 'Nom du fichier. RGPD : aucune';
comment on column echanges.tableur.sha256 is 'Empreinte du fichier. RGPD : aucune';
comment on column echanges.tableur.format is 'CSV ou XLSX. RGPD : aucune';
comment on column echanges.tableur.detail is 'Séparateur et encodage, ou feuille. RGPD : aucune';
comment on column echanges.tableur.entetes is 'Titres des colonnes. RGPD : aucune';
comment on column echanges.tableur.empreinte_entetes is 'Les mêmes titres retrouvent leurs correspondances. RGPD : aucune';
comment on column echanges.tableur.lignes is 'Lignes gardées. RGPD : aucune';
comment on column echanges.tableur.doublons is 'Lignes laissées de côté parce qu''elles en répètent une autre. RGPD : aucune';
comment on column echanges.tableur.correspondance is 'Colonne de chaque champ. RGPD : aucune';
comment on column echanges.tableur.parcours is 'Parcours des lignes qui n''en disent rien. RGPD : aucune';
comment on column echanges.tableur.oriente_le is 'Date d''orientation des lignes qui n''en disent rien. RGPD : aucune';
comment on column echanges.tableur.statut is 'Où en est la reprise. RGPD : aucune';
comment on column echanges.tableur.incident is 'Pourquoi l''enregistrement n''a pas abouti. RGPD : aucune';
comment on column echanges.tableur.import_id is 'Ce qu''elle a donné. RGPD : aucune';
comment on column echanges.tableur.auteur is 'Qui l''a déposé : elle seule le voit. RGPD : trace';
comment on column echanges.tableur.depose_le is 'Quand. RGPD : trace';
create table echanges.tableur_ligne (
  tableur_id bigint not null references echanges.tableur on delete cascade,
  rang int not null,
  contenu_chiffre bytea not null,
  statut text not null default 'A_FAIRE' check (statut in ('A_FAIRE', 'CREEE', 'MODIFIEE', 'A_JOUR', 'ERREUR')),
  phrase text,
  suivi text,
  doublon boolean not null default false,
  personne_id bigint,
  auteur text not null,
  primary key (tableur_id, rang)
);
comment on table echanges.tableur_ligne is 'Les lignes d''un tableur et ce que chacune a donné. RGPD : identité, NIR (chiffrés)';
comment on column echanges.tableur_ligne.tableur_id is 'Le tableur. RGPD : aucune';
comment on column echanges.tableur_ligne.rang is 'Numéro de la ligne dans le fichier. RGPD : aucune';
comment on column echanges.tableur_ligne.contenu_chiffre is 'Les valeurs, chiffrées. RGPD : identité, NIR (chiffrés)';
comment on column echanges.tableur_ligne.statut is 'Ce que la ligne a donné. RGPD : aucune';
comment on column echanges.tableur_ligne.phrase is 'Ce qui ne va pas, sans NIR. RGPD : identité';
comment on column echanges.tableur_ligne.suivi is 'Ce qui a été fait de l''organisation et du référent. RGPD : vie professionnelle';
comment on column echanges.tableur_ligne.doublon is 'Vrai quand la personne ressemble à une autre : tâche ouverte. RGPD : aucune';
comment on column echanges.tableur_ligne.personne_id is 'La personne. RGPD : aucune';
comment on column echanges.tableur_ligne.auteur is 'Qui l''a déposée. RGPD : trace';
create table echanges.tableur_modele (
  empreinte_entetes text primary key,
  correspondance jsonb not null,
  retenu_le timestamptz not null
);
comment on table echanges.tableur_modele is 'Les correspondances retenues, par jeu de titres. RGPD : aucune';
comment on column echanges.tableur_modele.empreinte_entetes is 'Les titres. RGPD : aucune';
comment on column echanges.tableur_modele.correspondance is 'Colonne de chaque champ. RGPD : aucune';
comment on column echanges.tableur_modele.retenu_le is 'Quand. RGPD : aucune';

alter table echanges.tableur enable row level security;
alter table echanges.tableur_ligne enable row level security;
alter table echanges.tableur_modele enable row level security;
create policy auteur on echanges.tableur to jalon_application using ((select habilitations.peut('IMPORTS')) and auteur = (select habilitations.agent()));
create policy auteur on echanges.tableur_ligne to jalon_application using ((select habilitations.peut('IMPORTS')) and auteur = (select habilitations.agent()));
create policy imports on echanges.tableur_modele to jalon_application using ((select habilitations.peut('IMPORTS')));
grant select, insert, update, delete on echanges.tableur, echanges.tableur_ligne to jalon_application;
grant select, insert, update on echanges.tableur_modele to jalon_application;

-- The same spreadsheet may be recorded again once its columns are matched otherwise; a file of the CAF may not.
drop index echanges.import_charge;
create unique index import_charge on echanges.import (sha256) where statut = 'CHARGE' and format is distinct from 'TABLEUR';
