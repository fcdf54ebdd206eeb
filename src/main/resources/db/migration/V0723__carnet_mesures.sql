-- What figures count of the notebooks: that somebody of a kind wrote one day, that a task was done before its day. Neither text, nor theme, nor author: whoever reads figures is
-- not whoever reads notebooks. Written by PostgreSQL alone (R__carnet.sql).
create table carnet.mesure (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  entree_id bigint not null references carnet.entree on delete cascade,
  demande_id bigint unique references carnet.demande on delete cascade,
  genre text not null check (genre in ('ECRIT', 'TACHE')),
  sorte text,
  le date not null,
  faite_le date,
  check ((genre = 'TACHE') = (demande_id is not null))
);
comment on table carnet.mesure is 'Ce que les chiffres comptent des carnets, sans texte, thème ni auteur. RGPD : vie personnelle';
comment on column carnet.mesure.entree_id is 'L''écrit. RGPD : aucune';
comment on column carnet.mesure.demande_id is 'La tâche. RGPD : aucune';
comment on column carnet.mesure.genre is 'Un écrit ou une tâche. RGPD : aucune';
comment on column carnet.mesure.sorte is 'La sorte d''acteurs de qui a écrit, ce jour-là ; vide pour une tâche, et quand elle n''était pas notée. RGPD : vie professionnelle';
comment on column carnet.mesure.le is 'Le jour où il a été écrit, ou le jour avant lequel faire la tâche. RGPD : vie personnelle';
comment on column carnet.mesure.faite_le is 'Le jour où la tâche a été faite. RGPD : vie personnelle';
select habilitations.proteger('carnet.mesure', 'CARNET', ajoute => false);
create index mesure_entree on carnet.mesure (entree_id);
create index mesure_ecrits on carnet.mesure (le, personne_id) where genre = 'ECRIT';
create index mesure_taches on carnet.mesure (le) where genre = 'TACHE';

-- of what was written before, the kind is not known: it is counted of nobody
insert into carnet.mesure (personne_id, entree_id, genre, le, territoire_id, organisation_ids)
  select personne_id, id, 'ECRIT', ecrit_le::date, territoire_id, organisation_ids from carnet.entree;
insert into carnet.mesure (personne_id, entree_id, demande_id, genre, le, faite_le, territoire_id, organisation_ids)
  select personne_id, entree_id, id, 'TACHE', limite, faite_le::date, territoire_id, organisation_ids from carnet.demande where genre = 'TACHE' and limite is not null;
