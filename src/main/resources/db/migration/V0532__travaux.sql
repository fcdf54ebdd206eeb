-- Long work: each job is a row, done by whichever server is free, resumed or told as interrupted when that server stops (decision 0017).
create schema travaux;
grant usage on schema travaux to jalon_application;

create table travaux.travail (
  id bigint generated always as identity primary key,
  genre text not null,
  titre text not null,
  parametres bytea not null,
  lieu text,
  cle text,
  demande_par text not null,
  systeme boolean not null,
  demande_le timestamptz not null,
  etat text not null default 'EN_ATTENTE' check (etat in ('EN_ATTENTE', 'EN_COURS', 'FINI', 'ECHEC', 'INTERROMPU', 'ANNULE')),
  etat_depuis timestamptz not null,
  fait bigint not null default 0,
  total bigint,
  tentatives int not null default 0,
  billet bigint,
  serveur text,
  adresse text,
  compte_rendu text,
  laisses jsonb not null default '[]',
  annulation_par text,
  vu_le timestamptz
);
comment on table travaux.travail is 'Un travail long demandé par un agent ou par Jalon : ce qu''il faut faire, où il en est, ce qu''il a donné. Effacé un temps après sa fin. RGPD : vie professionnelle';
comment on column travaux.travail.id is 'Numéro. RGPD : aucune';
comment on column travaux.travail.genre is 'Ce qu''il faut faire, nommé par la pièce qui le fait. RGPD : aucune';
comment on column travaux.travail.titre is 'La phrase que lit qui l''a demandé, sans nom de personne ; elle peut nommer un fichier. RGPD : vie professionnelle';
comment on column travaux.travail.parametres is 'Ce qui a été demandé, chiffré : filtres, dates, numéros de fichiers ou de personnes. RGPD : vie professionnelle';
comment on column travaux.travail.lieu is 'Le seul serveur qui peut le faire, quand ce qu''il lit est sur son disque ; vide : tous. RGPD : aucune';
comment on column travaux.travail.cle is 'De quoi il s''agit, quand d''autres que l''auteur suivent ce travail : le numéro d''un fichier. RGPD : aucune';
comment on column travaux.travail.demande_par is 'Identifiant de qui l''a demandé : le travail se fait avec ses droits du moment. RGPD : identité professionnelle';
comment on column travaux.travail.systeme is 'Vrai quand Jalon l''a demandé lui-même. RGPD : aucune';
comment on column travaux.travail.demande_le is 'Quand il a été demandé. RGPD : trace';
comment on column travaux.travail.etat is 'EN_ATTENTE, EN_COURS, FINI, ECHEC, INTERROMPU (une personne doit choisir), ANNULE. RGPD : aucune';
comment on column travaux.travail.etat_depuis is 'Depuis quand. RGPD : aucune';
comment on column travaux.travail.fait is 'Parts faites. RGPD : aucune';
comment on column travaux.travail.total is 'Parts à faire ; vide quand on ne sait pas. RGPD : aucune';
comment on column travaux.travail.tentatives is 'Combien de fois il a été commencé. RGPD : aucune';
comment on column travaux.travail.billet is 'Numéro du travail dont le tour a servi à commencer celui-ci : un tour coupé dit quel travail l''a été. RGPD : aucune';
comment on column travaux.travail.serveur is 'Le serveur qui le fait, ou qui l''a fait. RGPD : aucune';
comment on column travaux.travail.adresse is 'La page où son résultat se lit. RGPD : aucune';
comment on column travaux.travail.compte_rendu is 'Ce qu''il a donné, ou pourquoi il s''est arrêté, en une phrase. RGPD : aucune';
comment on column travaux.travail.laisses is 'Ce qui a été laissé et pourquoi, une phrase chacun, sans nom de personne. RGPD : aucune';
comment on column travaux.travail.annulation_par is 'Qui a demandé qu''il s''arrête. RGPD : identité professionnelle';
comment on column travaux.travail.vu_le is 'Quand qui l''a demandé a lu qu''il était fini. RGPD : trace';
-- one job of a kind at a time, whatever the number of servers; where only one server can do them, one on each: a server that died does not stop the others
create unique index travail_un_a_la_fois on travaux.travail (genre, (coalesce(lieu, ''))) where etat = 'EN_COURS';
create index travail_en_file on travaux.travail (genre, id) where etat = 'EN_ATTENTE';
create index travail_de_qui on travaux.travail (demande_par, id);
create index travail_a_voir on travaux.travail (demande_par) where vu_le is null;
create index travail_de_quoi on travaux.travail (genre, cle) where etat in ('EN_ATTENTE', 'EN_COURS');
create index travail_billet on travaux.travail (billet) where etat = 'EN_COURS';

create table travaux.passage (
  id bigint generated always as identity primary key,
  objet_id bigint not null references travaux.travail on delete cascade,
  de text,
  vers text not null,
  fait_le timestamptz not null,
  par text not null,
  motif text
);
comment on table travaux.passage is 'Chaque passage d''un travail d''un état à un autre : qui, quand, pourquoi. RGPD : trace';
comment on column travaux.passage.id is 'Numéro. RGPD : aucune';
comment on column travaux.passage.objet_id is 'Le travail. RGPD : aucune';
comment on column travaux.passage.de is 'État d''avant ; vide à la demande. RGPD : aucune';
comment on column travaux.passage.vers is 'État d''après. RGPD : aucune';
comment on column travaux.passage.fait_le is 'Quand. RGPD : trace';
comment on column travaux.passage.par is 'Agent, ou serveur qui le fait. RGPD : identité professionnelle';
comment on column travaux.passage.motif is 'Pourquoi, en une phrase. RGPD : aucune';
create index passage_travail on travaux.passage (objet_id);

-- an agent sees her own jobs, and no other; servers do them through the owner's door
alter table travaux.travail enable row level security;
create policy lecture on travaux.travail for select to jalon_application using (demande_par = (select current_setting('jalon.agent', true)));
create policy demande on travaux.travail for insert to jalon_application with check (demande_par = (select current_setting('jalon.agent', true)));
create policy suivi on travaux.travail for update to jalon_application using (demande_par = (select current_setting('jalon.agent', true)));
grant select, insert on travaux.travail to jalon_application;
grant update (annulation_par, vu_le) on travaux.travail to jalon_application;

-- The library's table (db-scheduler), with the names it gives to its columns: whose turn it is, and which server has it.
create table travaux.ordre (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index ordre_du on travaux.ordre (execution_time);
create index ordre_vivant on travaux.ordre (last_heartbeat);
comment on table travaux.ordre is 'À qui le tour : les travaux demandés et les travaux réguliers, tenus par db-scheduler. RGPD : aucune';
comment on column travaux.ordre.task_name is 'Travail régulier, ou file des travaux demandés. RGPD : aucune';
comment on column travaux.ordre.task_instance is 'Numéro du travail demandé. RGPD : aucune';
comment on column travaux.ordre.task_data is 'Vide. RGPD : aucune';
comment on column travaux.ordre.execution_time is 'Quand son tour vient. RGPD : aucune';
comment on column travaux.ordre.picked is 'Vrai quand un serveur le fait. RGPD : aucune';
comment on column travaux.ordre.picked_by is 'Ce serveur. RGPD : aucune';
comment on column travaux.ordre.last_success is 'Dernière réussite. RGPD : aucune';
comment on column travaux.ordre.last_failure is 'Dernier échec. RGPD : aucune';
comment on column travaux.ordre.consecutive_failures is 'Échecs de suite. RGPD : aucune';
comment on column travaux.ordre.last_heartbeat is 'Dernier signe de vie du serveur qui le fait. RGPD : aucune';
comment on column travaux.ordre.version is 'Change à chaque passage : deux serveurs ne prennent pas le même tour. RGPD : aucune';
comment on column travaux.ordre.priority is 'Rang. RGPD : aucune';
comment on column travaux.ordre.state is 'Tenu par la bibliothèque. RGPD : aucune';

-- A job takes its turn in the transaction that asks for it, whichever door it comes through: none is forgotten, none is done that was not asked.
create function travaux.prendre_un_tour() returns trigger language plpgsql security definer set search_path = travaux, pg_temp as $$
begin
  insert into ordre (task_name, task_instance, execution_time, picked, version)
  values ('travail' || coalesce('@' || new.lieu, ''), new.id::text, now(), false, 1);
  insert into passage (objet_id, vers, fait_le, par) values (new.id, new.etat, new.demande_le, new.demande_par);
  return null;
end $$;
comment on function travaux.prendre_un_tour() is 'Met un travail demandé dans la file, et écrit sa demande';
create trigger travail_tour after insert on travaux.travail for each row execute function travaux.prendre_un_tour();

-- Jobs of others are not hers to see; how many are before hers is.
create function travaux.avant(numero bigint) returns int stable language sql security definer set search_path = travaux, pg_temp as $$
  select count(*)::int from travail a join travail t on t.id = numero where a.genre = t.genre and a.id < t.id and a.etat in ('EN_ATTENTE', 'EN_COURS') $$;
comment on function travaux.avant(bigint) is 'Combien de travaux de la même sorte passent avant celui-ci';

-- For rooms that keep a state of their own beside a job: is somebody, or will somebody be, at it?
create function travaux.vivant(sorte text, quoi text) returns boolean stable language sql security definer set search_path = travaux, pg_temp as $$
  select exists (select from travail where genre = sorte and cle = quoi and etat in ('EN_ATTENTE', 'EN_COURS')) $$;
comment on function travaux.vivant(text, text) is 'Vrai quand un travail de cette sorte, sur cette chose, attend ou se fait';
