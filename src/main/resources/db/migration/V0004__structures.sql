-- Territories, communes, organisations and référents of the Département. Read from data when an instance is created, then edited on screen.
create table structures.departement (
  code text primary key,
  nom text not null
);
comment on table structures.departement is 'Le Département de cette instance (une ligne). RGPD : aucune';
comment on column structures.departement.code is 'Code du Département (07, 2A, 974). RGPD : aucune';
comment on column structures.departement.nom is 'Nom du Département. RGPD : aucune';
create table structures.territoire (
  id int generated always as identity primary key,
  code text not null unique,
  nom text not null,
  ordre int not null default 0
);
comment on table structures.territoire is 'Les territoires d''action sociale. RGPD : aucune';
comment on column structures.territoire.id is 'Numéro interne. RGPD : aucune';
comment on column structures.territoire.code is 'Code court. RGPD : aucune';
comment on column structures.territoire.nom is 'Nom affiché. RGPD : aucune';
comment on column structures.territoire.ordre is 'Rang d''affichage. RGPD : aucune';
create table structures.commune (
  code text primary key,
  nom text not null,
  departement text not null,
  code_postal text,
  population int,
  territoire_id int references structures.territoire
);
comment on table structures.commune is 'Les communes de France ; celles du Département ont un territoire. RGPD : aucune';
comment on column structures.commune.code is 'Code INSEE. RGPD : aucune';
comment on column structures.commune.nom is 'Nom. RGPD : aucune';
comment on column structures.commune.departement is 'Code du Département. RGPD : aucune';
comment on column structures.commune.code_postal is 'Code postal principal. RGPD : aucune';
comment on column structures.commune.population is 'Habitants. RGPD : aucune';
comment on column structures.commune.territoire_id is 'Territoire, vide hors du Département. RGPD : aucune';
create table structures.organisation (
  id int generated always as identity primary key,
  code text not null unique,
  nom text not null,
  nature text not null check (nature in ('DEPARTEMENT', 'FRANCE_TRAVAIL', 'EXTERNE')),
  territoires int[] not null default '{}',
  active boolean not null default true
);
comment on table structures.organisation is 'Les organisations qui suivent des personnes. RGPD : aucune';
comment on column structures.organisation.id is 'Numéro interne. RGPD : aucune';
comment on column structures.organisation.code is 'Code court. RGPD : aucune';
comment on column structures.organisation.nom is 'Nom affiché. RGPD : aucune';
comment on column structures.organisation.nature is 'Département, France Travail ou externe. RGPD : aucune';
comment on column structures.organisation.territoires is 'Territoires servis. RGPD : aucune';
comment on column structures.organisation.active is 'Faux si elle ne prend plus personne. RGPD : aucune';
create table structures.referent (
  id int generated always as identity primary key,
  organisation_id int not null references structures.organisation,
  nom text not null,
  courriel text unique,
  etp numeric(4,2) not null default 1,
  actif boolean not null default true
);
comment on table structures.referent is 'Les référents. RGPD : identité professionnelle';
comment on column structures.referent.id is 'Numéro interne. RGPD : aucune';
comment on column structures.referent.organisation_id is 'Son organisation. RGPD : aucune';
comment on column structures.referent.nom is 'Nom affiché. RGPD : identité professionnelle';
comment on column structures.referent.courriel is 'Adresse électronique professionnelle. RGPD : identité professionnelle';
comment on column structures.referent.etp is 'Part d''un équivalent temps plein. RGPD : aucune';
comment on column structures.referent.actif is 'Faux quand il ne suit plus personne. RGPD : aucune';
grant select on all tables in schema structures to jalon_application;
create table parametres.valeur (
  cle text not null,
  depuis date not null,
  valeur text not null,
  saisi_par text not null,
  saisi_le timestamptz not null,
  motif text not null,
  primary key (cle, depuis, saisi_le)
);
comment on table parametres.valeur is 'Valeurs que le Département a changées à l''écran ; la dernière saisie l''emporte. RGPD : aucune';
comment on column parametres.valeur.cle is 'Clé du paramètre. RGPD : aucune';
comment on column parametres.valeur.depuis is 'Date d''effet. RGPD : aucune';
comment on column parametres.valeur.valeur is 'Valeur. RGPD : aucune';
comment on column parametres.valeur.saisi_par is 'Qui l''a saisie. RGPD : trace';
comment on column parametres.valeur.saisi_le is 'Quand. RGPD : trace';
comment on column parametres.valeur.motif is 'Pourquoi. RGPD : aucune';
grant select, insert on parametres.valeur to jalon_application;
