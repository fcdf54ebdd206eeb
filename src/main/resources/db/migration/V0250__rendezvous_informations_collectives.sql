-- Places, sessions of information collective, who is convoked to them, what she answers, whether she came, the papers she brought.
create schema if not exists rendezvous;
grant usage on schema rendezvous to jalon_application;
-- One numbering for everything a letter may speak of in this room: a message is found again by its model and this number.
create sequence rendezvous.numero;
grant usage on sequence rendezvous.numero to jalon_application;

create table rendezvous.lieu (
  id int generated always as identity primary key,
  nom text not null,
  adresse text not null,
  code_postal text not null,
  commune text not null references structures.commune,
  territoire_id int not null references structures.territoire,
  accessible boolean not null,
  capacite int not null check (capacite between 1 and 500),
  telephone text not null,
  actif boolean not null default true
);
comment on table rendezvous.lieu is 'Les lieux où le Département reçoit. RGPD : aucune';
comment on column rendezvous.lieu.id is 'Numéro interne. RGPD : aucune';
comment on column rendezvous.lieu.nom is 'Nom affiché. RGPD : aucune';
comment on column rendezvous.lieu.adresse is 'Numéro et voie. RGPD : aucune';
comment on column rendezvous.lieu.code_postal is 'Code postal. RGPD : aucune';
comment on column rendezvous.lieu.commune is 'Commune (code INSEE). RGPD : aucune';
comment on column rendezvous.lieu.territoire_id is 'Territoire qui tient ce lieu. RGPD : aucune';
comment on column rendezvous.lieu.accessible is 'Vrai si une personne en fauteuil peut y entrer. RGPD : aucune';
comment on column rendezvous.lieu.capacite is 'Nombre de personnes que la salle reçoit. RGPD : aucune';
comment on column rendezvous.lieu.telephone is 'Numéro à appeler, donné aux personnes. RGPD : aucune';
comment on column rendezvous.lieu.actif is 'Faux quand on n''y reçoit plus. RGPD : aucune';
create unique index lieu_nom on rendezvous.lieu (territoire_id, lower(nom)) where actif;

create table rendezvous.session (
  id bigint generated always as identity primary key,
  lieu_id int not null references rendezvous.lieu,
  territoire_id int not null references structures.territoire,
  jour date not null,
  debut time not null,
  fin time not null check (fin > debut),
  capacite int not null check (capacite between 1 and 500),
  animateur text,
  langues text,
  commentaire text,
  etat text not null default 'PREVUE' check (etat in ('PREVUE', 'TENUE', 'ANNULEE')),
  motif text,
  cree_par text not null,
  cree_le timestamptz not null
);
comment on table rendezvous.session is 'Les sessions d''information collective. RGPD : aucune';
comment on column rendezvous.session.id is 'Numéro interne. RGPD : aucune';
comment on column rendezvous.session.lieu_id is 'Le lieu. RGPD : aucune';
comment on column rendezvous.session.territoire_id is 'Territoire qui tient la session. RGPD : aucune';
comment on column rendezvous.session.jour is 'Le jour. RGPD : aucune';
comment on column rendezvous.session.debut is 'Heure de début. RGPD : aucune';
comment on column rendezvous.session.fin is 'Heure de fin. RGPD : aucune';
comment on column rendezvous.session.capacite is 'Nombre de places. RGPD : aucune';
comment on column rendezvous.session.animateur is 'Qui l''anime. RGPD : identité professionnelle';
comment on column rendezvous.session.langues is 'Langues parlées ou traduites. RGPD : aucune';
comment on column rendezvous.session.commentaire is 'Ce que les collègues doivent savoir. RGPD : aucune';
comment on column rendezvous.session.etat is 'PREVUE, TENUE ou ANNULEE. RGPD : aucune';
comment on column rendezvous.session.motif is 'Pourquoi elle est annulée ou déplacée. RGPD : aucune';
comment on column rendezvous.session.cree_par is 'Qui l''a ouverte. RGPD : identité professionnelle';
comment on column rendezvous.session.cree_le is 'Quand. RGPD : trace';
create unique index session_meme_heure on rendezvous.session (lieu_id, jour, debut) where etat <> 'ANNULEE';
create index session_jour on rendezvous.session (jour, territoire_id);

create table rendezvous.convocation (
  id bigint primary key default nextval('rendezvous.numero'),
  personne_id bigint not null references allocataires.personne,
  session_id bigint not null references rendezvous.session,
  etat text not null check (etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE', 'DECLINEE', 'ANNULEE', 'PRESENTE', 'EXCUSEE', 'ABSENTE')),
  etat_depuis timestamptz not null,
  motif text, precisions text,
  limite date,
  hors_liste boolean not null default false,
  retard boolean not null default false,
  pieces_manquantes text[],
  code_empreinte bytea unique,
  code_expire_le date,
  saisi_par text not null, saisi_le timestamptz not null,
  territoire_id int, organisation_ids int[]
);
comment on table rendezvous.convocation is 'Qui est convoqué à quelle session, sa réponse et sa présence. RGPD : vie personnelle';
comment on column rendezvous.convocation.id is 'Numéro interne, commun à la pièce. RGPD : aucune';
comment on column rendezvous.convocation.personne_id is 'La personne. RGPD : aucune';
comment on column rendezvous.convocation.session_id is 'La session. RGPD : aucune';
comment on column rendezvous.convocation.etat is 'En attente d''une place, convoquée, vient, ne peut pas venir, annulée, présente, excusée, absente. RGPD : vie personnelle';
comment on column rendezvous.convocation.etat_depuis is 'Depuis quand. RGPD : trace';
comment on column rendezvous.convocation.motif is 'Pourquoi elle ne peut ou n''a pas pu venir (code), ou pourquoi la convocation est annulée. RGPD : santé';
comment on column rendezvous.convocation.precisions is 'Ce que la personne ou l''agent ajoute. RGPD : vie personnelle';
comment on column rendezvous.convocation.limite is 'Jour avant lequel elle doit être reçue : ordre de la liste d''attente. RGPD : aucune';
comment on column rendezvous.convocation.hors_liste is 'Vrai si elle est venue sans être convoquée à cette session. RGPD : vie personnelle';
comment on column rendezvous.convocation.retard is 'Vrai si elle est arrivée après le début. RGPD : vie personnelle';
comment on column rendezvous.convocation.pieces_manquantes is 'Pièces qui manquent ; vide tant qu''on ne les a pas demandées. RGPD : vie personnelle';
comment on column rendezvous.convocation.code_empreinte is 'Empreinte du code qui permet de répondre sans compte. RGPD : secret';
comment on column rendezvous.convocation.code_expire_le is 'Dernier jour où ce code sert. RGPD : aucune';
comment on column rendezvous.convocation.saisi_par is 'Qui a convoqué. RGPD : identité professionnelle';
comment on column rendezvous.convocation.saisi_le is 'Quand. RGPD : trace';
comment on column rendezvous.convocation.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column rendezvous.convocation.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
-- nobody is convoked twice at once: two tabs, two agents, a double click
create unique index convocation_en_cours on rendezvous.convocation (personne_id) where etat in ('EN_ATTENTE', 'CONVOQUEE', 'CONFIRMEE');
create index convocation_session on rendezvous.convocation (session_id, etat);
create index convocation_personne on rendezvous.convocation (personne_id, id);

create table rendezvous.passage (
  id bigint generated always as identity primary key,
  convocation_id bigint not null,
  personne_id bigint not null references allocataires.personne,
  de text, vers text not null,
  le timestamptz not null, par text not null, motif text,
  territoire_id int, organisation_ids int[]
);
comment on table rendezvous.passage is 'Chaque passage d''une convocation ou d''un entretien d''un état à un autre : qui, quand, pourquoi. RGPD : vie personnelle';
comment on column rendezvous.passage.id is 'Numéro interne. RGPD : aucune';
comment on column rendezvous.passage.convocation_id is 'La convocation ou l''entretien (numérotation commune). RGPD : aucune';
comment on column rendezvous.passage.personne_id is 'La personne. RGPD : aucune';
comment on column rendezvous.passage.de is 'État quitté ; vide au départ. RGPD : vie personnelle';
comment on column rendezvous.passage.vers is 'État pris. RGPD : vie personnelle';
comment on column rendezvous.passage.le is 'Quand. RGPD : trace';
comment on column rendezvous.passage.par is 'Qui : un agent, ou la personne elle-même. RGPD : identité professionnelle';
comment on column rendezvous.passage.motif is 'Pourquoi. RGPD : santé';
comment on column rendezvous.passage.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column rendezvous.passage.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create index passage_convocation on rendezvous.passage (convocation_id, id);
create index passage_personne on rendezvous.passage (personne_id);

create table rendezvous.fait (
  id bigint generated always as identity primary key,
  personne_id bigint not null references allocataires.personne,
  convocation_id bigint not null,
  session_id bigint references rendezvous.session,
  nature text not null check (nature in ('ABSENCE_NON_EXCUSEE', 'ABSENCE_EXCUSEE', 'PIECE_MANQUANTE')),
  detail text not null default '',
  le date not null,
  constate_par text not null, constate_le timestamptz not null,
  retire_par text, retire_le timestamptz,
  territoire_id int, organisation_ids int[]
);
comment on table rendezvous.fait is 'Ce qui a été constaté à un rendez-vous et que les droits et devoirs peuvent lire ; rien n''est décidé ici. RGPD : vie personnelle';
comment on column rendezvous.fait.id is 'Numéro interne. RGPD : aucune';
comment on column rendezvous.fait.personne_id is 'La personne. RGPD : aucune';
comment on column rendezvous.fait.convocation_id is 'La convocation ou l''entretien. RGPD : aucune';
comment on column rendezvous.fait.session_id is 'La session ; vide pour un entretien. RGPD : aucune';
comment on column rendezvous.fait.nature is 'Absence non excusée, absence excusée, pièce manquante. RGPD : vie personnelle';
comment on column rendezvous.fait.detail is 'La pièce, ou le motif de l''absence (codes). RGPD : santé';
comment on column rendezvous.fait.le is 'Le jour du rendez-vous. RGPD : vie personnelle';
comment on column rendezvous.fait.constate_par is 'Qui l''a constaté. RGPD : identité professionnelle';
comment on column rendezvous.fait.constate_le is 'Quand. RGPD : trace';
comment on column rendezvous.fait.retire_par is 'Qui l''a retiré, après une correction. RGPD : identité professionnelle';
comment on column rendezvous.fait.retire_le is 'Quand il a été retiré ; vide tant qu''il vaut. RGPD : trace';
comment on column rendezvous.fait.territoire_id is 'Périmètre présent : territoire. RGPD : aucune';
comment on column rendezvous.fait.organisation_ids is 'Périmètre présent : organisations qui suivent la personne. RGPD : aucune';
create unique index fait_valable on rendezvous.fait (convocation_id, nature, detail) where retire_le is null;
create index fait_personne on rendezvous.fait (personne_id, le);

do $$
declare t text;
begin
  foreach t in array array['convocation', 'passage', 'fait'] loop
    execute format('alter table rendezvous.%I enable row level security', t);
    execute format($p$create policy perimetre on rendezvous.%I to jalon_application
      using ((select habilitations.peut('DOSSIERS')) and ((select habilitations.partout())
             or territoire_id = any ((select habilitations.territoires())::int[])
             or organisation_ids && (select habilitations.organisations())::int[]))$p$, t);
    execute format('create trigger a_perimetre_recopie before insert or update of personne_id, territoire_id, organisation_ids on rendezvous.%I for each row
      when (current_user = ''jalon_application'') execute function habilitations.recopier_perimetre(''personne'')', t);
    execute format('grant select, insert on rendezvous.%I to jalon_application', t);
  end loop;
end $$;
-- what was answered and seen changes; what happened does not, but for its owner when two records are one human
grant update on rendezvous.convocation to jalon_application;
grant update (personne_id, territoire_id, organisation_ids) on rendezvous.passage to jalon_application;
grant update (personne_id, territoire_id, organisation_ids, retire_par, retire_le) on rendezvous.fait to jalon_application;

-- Places and sessions speak of nobody: whoever reads dossiers reads them; who holds appointments writes those of her territories.
do $$
declare t text;
begin
  foreach t in array array['lieu', 'session'] loop
    execute format('alter table rendezvous.%I enable row level security', t);
    execute format($p$create policy lecture on rendezvous.%I for select to jalon_application using ((select habilitations.peut('DOSSIERS')))$p$, t);
    execute format($p$create policy ajout on rendezvous.%I for insert to jalon_application with check ((select habilitations.peut('RENDEZ_VOUS'))
      and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])))$p$, t);
    execute format($p$create policy changement on rendezvous.%I for update to jalon_application using ((select habilitations.peut('RENDEZ_VOUS'))
      and ((select habilitations.partout()) or territoire_id = any ((select habilitations.territoires())::int[])))$p$, t);
    execute format('grant select, insert, update on rendezvous.%I to jalon_application', t);
  end loop;
end $$;

-- A room is full whoever fills it: the places taken count also the persons the agent may not see. Numbers, never a name.
create function rendezvous.remplissage(sessions bigint[]) returns table (session_id bigint, prises int, confirmees int, attente int, presentes int, excusees int, absentes int) stable language sql security definer
  set search_path = rendezvous, pg_temp as $$
  select c.session_id, count(*) filter (where c.etat in ('CONVOQUEE', 'CONFIRMEE', 'PRESENTE', 'EXCUSEE', 'ABSENTE'))::int,
    count(*) filter (where c.etat = 'CONFIRMEE')::int, count(*) filter (where c.etat = 'EN_ATTENTE')::int,
    count(*) filter (where c.etat = 'PRESENTE')::int, count(*) filter (where c.etat = 'EXCUSEE')::int, count(*) filter (where c.etat = 'ABSENTE')::int
  from rendezvous.convocation c where c.session_id = any (sessions) group by 1 $$;
comment on function rendezvous.remplissage(bigint[]) is 'Places prises, réponses « je viens » et liste d''attente de chaque session, toutes personnes comptées';
revoke all on function rendezvous.remplissage(bigint[]) from public;
grant execute on function rendezvous.remplissage(bigint[]) to jalon_application;

-- The perimeter follows the person in this schema too. Any table of a schema of ours that repeats it is found by its columns.
create or replace function allocataires.tables_a_perimetre(cle text) returns setof regclass stable language sql
  set search_path = pg_catalog, pg_temp as $$
  select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('allocataires', 'orientation', 'echeances', 'diagnostic', 'courriers', 'rendezvous')
    and not (n.nspname = 'allocataires' and c.relname in ('personne', 'foyer'))
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'territoire_id' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_ids' and not a.attisdropped)
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = cle and not a.attisdropped)
    and (cle = 'personne_id' or not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'personne_id' and not a.attisdropped)) $$;
