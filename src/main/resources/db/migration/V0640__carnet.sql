-- The room of the shared notebook: what the authorised professionals of a parcours write for one another about a person (L. 263-4-1 CASF).
-- Who reads a row is on the row: the kinds of actor that its theme named when it was written, without those the person opposes (decisions/0027).
create schema carnet;

create table carnet.entree (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  reponse_a bigint references carnet.entree,
  theme text not null,
  le date not null,
  texte text not null check (length(texte) between 1 and 2000),
  lecteurs text[] not null,
  fermee_a text[] not null default '{}',
  cle uuid not null unique,
  auteur text not null,
  ecrit_le timestamptz not null
);
comment on table carnet.entree is 'Ce qu''un professionnel du parcours a écrit dans le carnet partagé d''une personne, ou répondu. RGPD : vie personnelle, santé';
comment on column carnet.entree.reponse_a is 'L''écrit auquel celui-ci répond ; vide quand il ne répond à aucun. RGPD : aucune';
comment on column carnet.entree.theme is 'Le thème (carnet/themes.yaml). RGPD : vie personnelle';
comment on column carnet.entree.le is 'Le jour dont il parle. RGPD : vie personnelle';
comment on column carnet.entree.texte is 'Le texte, corrigé s''il l''a été. RGPD : vie personnelle, santé';
comment on column carnet.entree.lecteurs is 'Les sortes d''acteurs qui le lisent : celles que nommait le thème quand il a été écrit. RGPD : aucune';
comment on column carnet.entree.fermee_a is 'À qui la personne s''oppose qu''il soit montré. RGPD : vie personnelle';
comment on column carnet.entree.cle is 'Le numéro de l''envoi du formulaire : envoyé deux fois, il n''est écrit qu''une. RGPD : aucune';
comment on column carnet.entree.auteur is 'L''agent qui l''a écrit. RGPD : vie professionnelle';
comment on column carnet.entree.ecrit_le is 'Quand. RGPD : vie professionnelle';
select habilitations.proteger('carnet.entree', 'CARNET', change => '{texte, le}');
create index entree_personne_jour on carnet.entree (personne_id, le desc, id desc) where reponse_a is null;
create index entree_reponses on carnet.entree (reponse_a) where reponse_a is not null;

create table carnet.version (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  entree_id bigint not null references carnet.entree,
  texte text not null,
  le date not null,
  motif text,
  corrige_par text not null,
  corrige_le timestamptz not null,
  auteur text not null,
  lecteurs text[] not null,
  fermee_a text[] not null default '{}'
);
comment on table carnet.version is 'Ce que disait un écrit avant d''être corrigé. RGPD : vie personnelle, santé';
comment on column carnet.version.entree_id is 'L''écrit corrigé. RGPD : aucune';
comment on column carnet.version.texte is 'Le texte d''avant. RGPD : vie personnelle, santé';
comment on column carnet.version.le is 'Le jour qu''il disait. RGPD : vie personnelle';
comment on column carnet.version.motif is 'Pourquoi, quand un autre que l''auteur corrige. RGPD : vie personnelle';
comment on column carnet.version.corrige_par is 'L''agent qui l''a corrigé. RGPD : vie professionnelle';
comment on column carnet.version.corrige_le is 'Quand. RGPD : vie professionnelle';
comment on column carnet.version.auteur is 'L''auteur de l''écrit. RGPD : vie professionnelle';
comment on column carnet.version.lecteurs is 'Les lecteurs de l''écrit. RGPD : aucune';
comment on column carnet.version.fermee_a is 'À qui la personne s''oppose qu''il soit montré. RGPD : vie personnelle';
select habilitations.proteger('carnet.version', 'CARNET');
create index version_entree on carnet.version (entree_id);

create table carnet.demande (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  entree_id bigint not null references carnet.entree,
  genre text not null check (genre in ('MENTION', 'REPONSE', 'TACHE')),
  pour text not null,
  limite date,
  demandee_par text not null,
  demandee_le timestamptz not null,
  faite_le timestamptz,
  faite_par text,
  auteur text not null,
  lecteurs text[] not null,
  fermee_a text[] not null default '{}',
  check ((faite_le is null) = (faite_par is null)),
  check (genre = 'TACHE' or limite is null)
);
comment on table carnet.demande is 'Ce qu''un écrit demande à un collègue : le lire, ou faire quelque chose avant un jour. RGPD : vie personnelle';
comment on column carnet.demande.entree_id is 'L''écrit. RGPD : aucune';
comment on column carnet.demande.genre is 'À lire, une réponse à lire, ou une tâche. RGPD : vie personnelle';
comment on column carnet.demande.pour is 'L''agent à qui c''est demandé. RGPD : vie professionnelle';
comment on column carnet.demande.limite is 'Le jour avant lequel faire la tâche. RGPD : vie personnelle';
comment on column carnet.demande.demandee_par is 'L''agent qui le demande. RGPD : vie professionnelle';
comment on column carnet.demande.demandee_le is 'Quand. RGPD : vie professionnelle';
comment on column carnet.demande.faite_le is 'Quand cela a été lu ou fait. RGPD : vie professionnelle';
comment on column carnet.demande.faite_par is 'Par qui. RGPD : vie professionnelle';
comment on column carnet.demande.auteur is 'L''auteur de l''écrit. RGPD : vie professionnelle';
comment on column carnet.demande.lecteurs is 'Les lecteurs de l''écrit. RGPD : aucune';
comment on column carnet.demande.fermee_a is 'À qui la personne s''oppose qu''il soit montré. RGPD : vie personnelle';
select habilitations.proteger('carnet.demande', 'CARNET', change => '{faite_le, faite_par}');
create index demande_entree on carnet.demande (entree_id);
create index demande_ouverte on carnet.demande (pour) where faite_le is null;

create table carnet.opposition (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  sorte text,
  organisation_id int references structures.organisation,
  dite_le date not null,
  ecrit_par text not null,
  ecrit_le timestamptz not null,
  levee_le timestamptz,
  levee_par text,
  check (num_nonnulls(sorte, organisation_id) = 1),
  check ((levee_le is null) = (levee_par is null))
);
comment on table carnet.opposition is 'À qui une personne s''oppose que son carnet soit montré. RGPD : vie personnelle';
comment on column carnet.opposition.sorte is 'Une sorte d''acteurs. RGPD : vie personnelle';
comment on column carnet.opposition.organisation_id is 'Ou une organisation. RGPD : vie personnelle';
comment on column carnet.opposition.dite_le is 'Le jour où elle l''a dit. RGPD : vie personnelle';
comment on column carnet.opposition.ecrit_par is 'L''agent qui l''a noté. RGPD : vie professionnelle';
comment on column carnet.opposition.ecrit_le is 'Quand. RGPD : vie professionnelle';
comment on column carnet.opposition.levee_le is 'Quand elle est revenue dessus. RGPD : vie personnelle';
comment on column carnet.opposition.levee_par is 'L''agent qui l''a noté. RGPD : vie professionnelle';
select habilitations.proteger('carnet.opposition', 'CARNET', change => '{levee_le, levee_par}');
create unique index opposition_une_seule on carnet.opposition (personne_id, coalesce(sorte, organisation_id::text)) where levee_le is null;
