-- The papers of a person: what she showed once, what is awaited from her, the copy that is kept when its kind permits it. No number of a paper is written anywhere.
create schema papiers;

create table papiers.papier (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  genre text not null,
  etat text not null check (etat in ('ATTENDU', 'VU', 'PLUS_NECESSAIRE', 'ECARTE')),
  etat_depuis timestamptz not null,
  demande_par text,
  demande_le timestamptz,
  pour_le date,
  raison text not null default '' check (length(raison) <= 300),
  vu_le date,
  vu_par text,
  valable_jusqu_au date,
  cle uuid not null unique,
  check (etat not in ('ATTENDU', 'PLUS_NECESSAIRE') or pour_le is not null and demande_par is not null and demande_le is not null),
  check (etat not in ('VU', 'ECARTE') or vu_le is not null and vu_par is not null),
  check (valable_jusqu_au >= vu_le)
);
comment on table papiers.papier is 'Les papiers d''une personne : vus, attendus. RGPD : vie personnelle';
comment on column papiers.papier.genre is 'Le genre de papier (papiers/genres.yaml). RGPD : vie personnelle';
comment on column papiers.papier.etat is 'Attendu, vu, plus nécessaire, noté par erreur. RGPD : vie personnelle';
comment on column papiers.papier.etat_depuis is 'Depuis quand. RGPD : trace';
comment on column papiers.papier.demande_par is 'L''agent qui l''a demandé. RGPD : vie professionnelle';
comment on column papiers.papier.demande_le is 'Quand il a été demandé. RGPD : trace';
comment on column papiers.papier.pour_le is 'Le jour où il est attendu. RGPD : vie personnelle';
comment on column papiers.papier.raison is 'Pourquoi il est demandé. RGPD : vie personnelle';
comment on column papiers.papier.vu_le is 'Le jour où il a été vu. RGPD : vie personnelle';
comment on column papiers.papier.vu_par is 'L''agent qui l''a vu. RGPD : vie professionnelle';
comment on column papiers.papier.valable_jusqu_au is 'Dernier jour où il est valable ; vide quand rien ne le finit. RGPD : vie personnelle';
comment on column papiers.papier.cle is 'Le numéro du dernier envoi de formulaire qui l''a écrit : envoyé deux fois, il n''est écrit qu''une. RGPD : aucune';
select habilitations.proteger('papiers.papier', 'PAPIERS', change => '{etat, etat_depuis, vu_le, vu_par, valable_jusqu_au, cle}');
create index papier_par_genre on papiers.papier (personne_id, genre, vu_le desc);
create index papier_attendu on papiers.papier (personne_id, pour_le) where etat = 'ATTENDU';

create table papiers.passage (
  id bigint generated always as identity primary key,
  objet_id bigint not null references papiers.papier,
  personne_id bigint not null references allocataires.personne,
  de text,
  vers text not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table papiers.passage is 'L''histoire d''un papier : attendu, vu, plus nécessaire, noté par erreur. RGPD : vie personnelle';
comment on column papiers.passage.objet_id is 'Le papier. RGPD : aucune';
comment on column papiers.passage.de is 'L''état quitté ; vide quand il est écrit. RGPD : vie personnelle';
comment on column papiers.passage.vers is 'L''état pris. RGPD : vie personnelle';
comment on column papiers.passage.fait_le is 'Quand. RGPD : trace';
comment on column papiers.passage.par is 'L''agent qui l''a dit. RGPD : vie professionnelle';
comment on column papiers.passage.motif is 'Pourquoi. RGPD : vie personnelle';
select habilitations.proteger('papiers.passage', 'PAPIERS');
create index passage_papier on papiers.passage (objet_id, id desc);

create table papiers.version (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  papier_id bigint not null references papiers.papier,
  vu_le date not null,
  valable_jusqu_au date,
  motif text not null check (length(motif) between 1 and 300),
  corrige_par text not null,
  corrige_le timestamptz not null
);
comment on table papiers.version is 'Ce que disait un papier avant d''être corrigé. RGPD : vie personnelle';
comment on column papiers.version.papier_id is 'Le papier corrigé. RGPD : aucune';
comment on column papiers.version.vu_le is 'Le jour qu''il disait vu. RGPD : vie personnelle';
comment on column papiers.version.valable_jusqu_au is 'Le dernier jour qu''il disait valable. RGPD : vie personnelle';
comment on column papiers.version.motif is 'Pourquoi il est corrigé. RGPD : vie personnelle';
comment on column papiers.version.corrige_par is 'L''agent qui l''a corrigé. RGPD : vie professionnelle';
comment on column papiers.version.corrige_le is 'Quand. RGPD : trace';
select habilitations.proteger('papiers.version', 'PAPIERS');
create index version_papier on papiers.version (papier_id);

create table papiers.copie (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  papier_id bigint not null references papiers.papier,
  reservee boolean not null,
  nom text check (length(nom) between 1 and 120),
  nature text not null check (nature in ('PDF', 'JPEG', 'PNG')),
  taille int not null,
  contenu_chiffre bytea,
  deposee_par text not null,
  deposee_le timestamptz not null,
  effacee_le timestamptz,
  effacee_par text,
  check ((effacee_le is null) = (contenu_chiffre is not null)),
  check ((effacee_le is null) = (nom is not null)),
  check ((effacee_le is null) = (effacee_par is null))
);
comment on table papiers.copie is 'La copie gardée d''un papier, jusqu''à ce que la règle de son genre l''efface ; il reste qu''il a été vu. RGPD : vie personnelle';
comment on column papiers.copie.papier_id is 'Le papier. RGPD : aucune';
comment on column papiers.copie.reservee is 'Vrai quand elle n''est lue que par qui a la ressource PAPIERS_RESERVES. RGPD : aucune';
comment on column papiers.copie.nom is 'Le nom du fichier ; vide une fois effacée. RGPD : vie personnelle';
comment on column papiers.copie.nature is 'PDF, JPEG ou PNG, d''après son contenu. RGPD : aucune';
comment on column papiers.copie.taille is 'Sa taille, en octets. RGPD : aucune';
comment on column papiers.copie.contenu_chiffre is 'Le fichier, chiffré ; vide une fois effacée. RGPD : vie personnelle';
comment on column papiers.copie.deposee_par is 'L''agent qui l''a gardée. RGPD : vie professionnelle';
comment on column papiers.copie.deposee_le is 'Quand. RGPD : trace';
comment on column papiers.copie.effacee_le is 'Quand elle a été effacée. RGPD : trace';
comment on column papiers.copie.effacee_par is 'Qui l''a effacée : un agent, ou la règle de son genre. RGPD : vie professionnelle';
select habilitations.proteger('papiers.copie', 'PAPIERS', change => '{nom, contenu_chiffre, effacee_le, effacee_par}');
create index copie_papier on papiers.copie (papier_id);
create unique index copie_une on papiers.copie (papier_id) where effacee_le is null;

-- the copies of papers that tell who she is or where she is paid: theirs alone who hold this besides
create policy reservee_lue on papiers.copie as restrictive for select to jalon_application using (not reservee or (select habilitations.peut('PAPIERS_RESERVES')));
create policy reservee_ecrite on papiers.copie as restrictive for insert to jalon_application with check (not reservee or (select habilitations.peut('PAPIERS_RESERVES')));
create policy reservee_changee on papiers.copie as restrictive for update to jalon_application using (not reservee or (select habilitations.peut('PAPIERS_RESERVES')));

-- what is written about a paper is about one that the agent sees, of the same person
create policy de_son_papier on papiers.copie as restrictive for insert to jalon_application
  with check (exists (select from papiers.papier p where p.id = papier_id and p.personne_id = copie.personne_id));
create policy de_son_papier on papiers.version as restrictive for insert to jalon_application
  with check (exists (select from papiers.papier p where p.id = papier_id and p.personne_id = version.personne_id));
create policy de_son_papier on papiers.passage as restrictive for insert to jalon_application
  with check (exists (select from papiers.papier p where p.id = objet_id and p.personne_id = passage.personne_id));
